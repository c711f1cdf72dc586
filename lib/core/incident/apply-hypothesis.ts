import type { HypothesisId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './apply';
import type { Hypothesis, IncidentState } from './state';

function changed(state: IncidentState, id: HypothesisId, change: Partial<Hypothesis>): IncidentState {
  const hypothesis = state.hypotheses[id];
  if (!hypothesis) return state;
  return { ...state, hypotheses: { ...state.hypotheses, [id]: { ...hypothesis, ...change } } };
}

const numberOf = (ref: string) => Number(ref.slice(1));

export const applyHypothesis: Appliers<
  | 'hypothesis.proposed'
  | 'hypothesis.revised'
  | 'hypothesis.assigned'
  | 'hypothesis.testStarted'
  | 'hypothesis.confirmed'
  | 'hypothesis.rejected'
  | 'hypothesis.shelved'
  | 'hypothesis.reopened'
  | 'cause.declared'
  | 'cause.withdrawn'
> = {
  'hypothesis.proposed': (state, event) => {
    const { hypothesisId: id, ...said } = event.data;
    const hypothesis: Hypothesis = {
      id,
      ...said,
      state: 'open',
      ownerId: null,
      ownerName: null,
      testBy: null,
      testStartedAt: null,
      verdict: null,
      proposedBy: actOf(event),
    };
    return {
      ...state,
      hypotheses: { ...state.hypotheses, [id]: hypothesis },
      counters: { ...state.counters, H: numberOf(said.ref) },
    };
  },
  'hypothesis.revised': (state, { data: { hypothesisId, ...change } }) => changed(state, hypothesisId, change),
  'hypothesis.assigned': (state, { data: { hypothesisId, ...change } }) => changed(state, hypothesisId, change),
  'hypothesis.testStarted': (state, event) => {
    const { hypothesisId, ...change } = event.data;
    return changed(state, hypothesisId, { ...change, state: 'testing', testStartedAt: event.at });
  },
  'hypothesis.confirmed': (state, event) => {
    const { hypothesisId, ...said } = event.data;
    return changed(state, hypothesisId, { state: 'confirmed', testBy: null, verdict: { ...actOf(event), ...said } });
  },
  'hypothesis.rejected': (state, event) => {
    const { hypothesisId, ...said } = event.data;
    return changed(state, hypothesisId, { state: 'rejected', testBy: null, verdict: { ...actOf(event), ...said } });
  },
  'hypothesis.shelved': (state, event) => {
    const { hypothesisId, because } = event.data;
    return changed(state, hypothesisId, {
      state: 'shelved',
      testBy: null,
      verdict: { ...actOf(event), because, evidenceIds: [] },
    });
  },
  'hypothesis.reopened': (state, { data: { hypothesisId } }) =>
    changed(state, hypothesisId, { state: 'open', testBy: null, testStartedAt: null, verdict: null }),
  'cause.declared': (state, event) => ({ ...state, rootCause: { ...actOf(event), ...event.data } }),
  'cause.withdrawn': (state) => ({ ...state, rootCause: null }),
};

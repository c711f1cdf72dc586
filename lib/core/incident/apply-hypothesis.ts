import type { EvidenceId, HypothesisId } from '@/lib/core/ids';
import { actOf } from './act-of';
import type { Appliers } from './appliers';
import type { IncidentEvent } from './events';
import type { Hypothesis, HypothesisState, IncidentState } from './state';

function changed(state: IncidentState, id: HypothesisId, change: Partial<Hypothesis>): IncidentState {
  const hypothesis = state.hypotheses[id];
  if (!hypothesis) return state;
  return { ...state, hypotheses: { ...state.hypotheses, [id]: { ...hypothesis, ...change } } };
}

function judged(
  state: IncidentState,
  event: IncidentEvent,
  verdict: HypothesisState,
  id: HypothesisId,
  said: { because: string | null; evidenceIds: EvidenceId[] },
): IncidentState {
  const by = actOf(event);
  return changed(state, id, { state: verdict, testBy: null, verdict: { ...by, ...said }, stateSetBy: by });
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
      stateSetBy: actOf(event),
      proposedBy: actOf(event),
    };
    return {
      ...state,
      hypotheses: { ...state.hypotheses, [id]: hypothesis },
      counters: { ...state.counters, H: numberOf(said.ref) },
    };
  },
  'hypothesis.revised': (state, { data: { hypothesisId, ...change } }) => changed(state, hypothesisId, change),
  'hypothesis.assigned': (state, event) => {
    const { hypothesisId, ...change } = event.data;
    // A test that nobody runs is not running.
    const isAbandoned = change.ownerId === null && state.hypotheses[hypothesisId]?.state === 'testing';
    const abandoned = { state: 'open', testBy: null, testStartedAt: null, stateSetBy: actOf(event) } as const;
    return changed(state, hypothesisId, isAbandoned ? { ...change, ...abandoned } : change);
  },
  'hypothesis.testStarted': (state, event) => {
    const { hypothesisId, ...change } = event.data;
    return changed(state, hypothesisId, { ...change, state: 'testing', testStartedAt: event.at, stateSetBy: actOf(event) });
  },
  'hypothesis.confirmed': (state, event) => {
    const { hypothesisId, ...said } = event.data;
    return judged(state, event, 'confirmed', hypothesisId, said);
  },
  'hypothesis.rejected': (state, event) => {
    const { hypothesisId, ...said } = event.data;
    return judged(state, event, 'rejected', hypothesisId, said);
  },
  'hypothesis.shelved': (state, event) => {
    const { hypothesisId, because } = event.data;
    return judged(state, event, 'shelved', hypothesisId, { because, evidenceIds: [] });
  },
  'hypothesis.reopened': (state, event) =>
    changed(state, event.data.hypothesisId, {
      state: 'open',
      testBy: null,
      testStartedAt: null,
      verdict: null,
      stateSetBy: actOf(event),
    }),
  'cause.declared': (state, event) => ({ ...state, rootCause: { ...actOf(event), ...event.data } }),
  'cause.withdrawn': (state) => ({ ...state, rootCause: null }),
};

import { actOf } from './act-of';
import type { Appliers } from './appliers';
import { bearingKey, type Evidence } from './state';

export const applyEvidence: Appliers<'evidence.added' | 'evidence.retitled' | 'evidence.weighed' | 'evidence.redacted'> = {
  'evidence.added': (state, event) => {
    const { evidenceId: id, ...said } = event.data;
    const evidence: Evidence = { id, ...said, attachedBy: actOf(event), redacted: null };
    return {
      ...state,
      evidence: { ...state.evidence, [id]: evidence },
      counters: { ...state.counters, E: Number(said.ref.slice(1)) },
    };
  },
  'evidence.retitled': (state, { data: { evidenceId, ...change } }) => {
    const evidence = state.evidence[evidenceId];
    return evidence ? { ...state, evidence: { ...state.evidence, [evidenceId]: { ...evidence, ...change } } } : state;
  },
  'evidence.weighed': (state, event) => {
    const { evidenceId, hypothesisId } = event.data;
    const key = bearingKey(evidenceId, hypothesisId);
    return { ...state, bearings: { ...state.bearings, [key]: { ...event.data, by: actOf(event) } } };
  },
  'evidence.redacted': (state, event) => {
    const { evidenceId, because } = event.data;
    const evidence = state.evidence[evidenceId];
    if (!evidence) return state;
    const redacted: Evidence = {
      ...evidence,
      title: 'Redacted',
      source: { command: null, host: null, url: null, query: null },
      preview: '',
      redacted: { ...actOf(event), because },
    };
    return { ...state, evidence: { ...state.evidence, [evidenceId]: redacted } };
  },
};

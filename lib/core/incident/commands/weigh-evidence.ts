import * as z from 'zod/mini';
import { orNull } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { findEvidence, findHypothesis, noEvidence, noHypothesis } from '../find';
import { EvidenceRef, HypothesisRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { bearingKey } from '../state';
import { Bearing, BearingNote } from './add-evidence';

export const weighEvidence = command({
  name: 'evidence.weigh',
  title: 'Weigh evidence',
  path: '/evidence/{evidence}/weigh',
  input: z.strictObject({ evidence: EvidenceRef, hypothesis: HypothesisRef, value: Bearing, note: orNull(BearingNote) }),
  may: mustBeInRoom,
  decide(incident, { evidence: evidenceRef, hypothesis: hypothesisRef, value, note }) {
    const evidence = findEvidence(incident, evidenceRef);
    if (!evidence) return noEvidence(evidenceRef);
    const hypothesis = findHypothesis(incident, hypothesisRef);
    if (!hypothesis) return noHypothesis(hypothesisRef);
    if (evidence.redacted)
      return refuse('rule', `${evidence.ref} was redacted and bears on nothing. Attach it anew if it is needed.`);
    const present = incident.bearings[bearingKey(evidence.id, hypothesis.id)];
    if (present?.value === value && present.note === note) {
      return conflict(`${evidence.ref} is weighed so on ${hypothesis.ref} already${byWhom(present.by)}.`, value, present.by);
    }
    return ok({ type: 'evidence.weighed', data: { evidenceId: evidence.id, hypothesisId: hypothesis.id, value, note } });
  },
});

import * as z from 'zod/mini';
import { changedFields, isEmpty } from '../changed-fields';
import { command, ok, refuse } from '../command';
import { conflict } from '../conflict';
import { findEvidence, noEvidence } from '../find';
import { EvidenceRef } from '../ref-inputs';
import { mustBeInRoom } from '../permissions';
import { EVIDENCE_KINDS } from '../state';
import { EvidenceTitle } from './add-evidence';

export const retitleEvidence = command({
  name: 'evidence.retitle',
  title: 'Retitle evidence',
  path: '/evidence/{evidence}/retitle',
  input: z.strictObject({
    evidence: EvidenceRef,
    title: z.optional(EvidenceTitle),
    kind: z.optional(z.enum(EVIDENCE_KINDS)),
  }),
  may: mustBeInRoom,
  decide(incident, { evidence: wanted, ...given }) {
    const evidence = findEvidence(incident, wanted);
    if (!evidence) return noEvidence(wanted);
    if (evidence.redacted) return refuse('rule', `${evidence.ref} was redacted. Attach it anew if it is needed.`);
    if (isEmpty(changedFields(given, {}))) return refuse('invalid', 'Give a new title, a new kind, or both.');
    const changes = changedFields(given, evidence);
    if (isEmpty(changes)) return conflict(`${evidence.ref} is called so already.`, evidence.title, null);
    return ok({ type: 'evidence.retitled', data: { evidenceId: evidence.id, ...changes } });
  },
});

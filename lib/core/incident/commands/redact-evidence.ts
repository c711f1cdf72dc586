import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { findEvidence, noEvidence } from '../find';
import { EvidenceRef } from '../ref-inputs';
import { isLeading, mustBeInRoom } from '../permissions';

export const redactEvidence = command({
  name: 'evidence.redact',
  title: 'Redact evidence',
  path: '/evidence/{evidence}/redact',
  input: z.strictObject({ evidence: EvidenceRef, because: Reason }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { evidence: wanted, because }, { actor }) {
    const evidence = findEvidence(incident, wanted);
    if (!evidence) return noEvidence(wanted);
    const { id, ref, attachedBy, redacted } = evidence;
    if (redacted) return conflict(`${ref} was redacted already${byWhom(redacted)}.`, true, redacted);
    if (attachedBy.userId !== actor.userId && actor.role !== 'admin' && !isLeading(incident, actor)) {
      return refuse(
        'forbidden',
        `${attachedBy.name} attached ${ref}. Ask ${attachedBy.name}, the commander or an administrator.`,
      );
    }
    return ok({ type: 'evidence.redacted', data: { evidenceId: id, because } });
  },
});

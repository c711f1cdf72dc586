'use client';

import type { EvidenceId } from '@/lib/core/ids';
import { useRoom } from '../room-provider';
import { useCommand } from '../use-command';
import { RedactForm } from './redact-form';

type RedactDialogProps = { seq?: number; evidenceId?: EvidenceId; onClose: () => void };

/** Takes words out for good. That something was here, who took it away and why stays. */
export function RedactDialog({ seq, evidenceId, onClose }: RedactDialogProps) {
  const ref = useRoom(({ drawn }) => (evidenceId ? (drawn.evidence[evidenceId]?.ref ?? null) : `#${seq}`));
  const entry = useCommand('log.redact');
  const evidence = useCommand('evidence.redact');
  const { refusal, isBusy } = evidenceId ? evidence : entry;
  return (
    <RedactForm
      reference={String(ref)}
      description="Its words, and what it said before, are removed for everybody and for good. That it was here, and your reason, stay."
      placeholder="It held a password"
      isBusy={isBusy}
      refusal={refusal}
      redact={(because) =>
        evidenceId ? evidence.send({ evidence: ref ?? '', because }) : entry.send({ entry: seq ?? 0, because })
      }
      onClose={onClose}
    />
  );
}

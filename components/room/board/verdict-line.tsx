'use client';

import { Time } from '@/components/ui/time/time';
import type { Hypothesis } from '@/lib/core/incident/state';
import { LineText } from '../log/line-text';
import { RefLink } from '../ref-link';
import { useRoom } from '../room-provider';

const WORDS = { confirmed: 'Confirmed', rejected: 'Ruled out', shelved: 'Shelved' } as const;

/** Who judged it, when, and on what. */
export function VerdictLine({ hypothesis: { id, state, verdict } }: { hypothesis: Hypothesis }) {
  const evidence = useRoom((view) => view.drawn.evidence);
  const cause = useRoom((view) => (view.drawn.rootCause?.hypothesisId === id ? view.drawn.rootCause : null));
  if (!verdict || state === 'open' || state === 'testing') return null;
  return (
    <div className="flex flex-col gap-1 text-xs text-muted">
      <p className="wrap-anywhere">
        {WORDS[state]} by {verdict.name} at <Time at={verdict.at} shape="clock" />
        {verdict.evidenceIds.length > 0 && ' on '}
        {verdict.evidenceIds.map((evidenceId, index) => (
          <span key={evidenceId}>
            {index > 0 && ', '}
            <RefLink kind="evidence" reference={evidence[evidenceId]?.ref ?? ''} />
          </span>
        ))}
        {verdict.because && (
          <>
            : <LineText text={verdict.because} lastSeq={Infinity} />
          </>
        )}
      </p>
      {cause && (
        <p className="wrap-anywhere">
          <span className="text-faint">why that could happen </span>
          <LineText text={cause.why} lastSeq={Infinity} />
        </p>
      )}
    </div>
  );
}

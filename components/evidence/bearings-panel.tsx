'use client';

import { BEARING_WORDS, BearingMark } from '@/components/room/bearing-mark';
import { WeighMenu } from '@/components/room/board/weigh-menu';
import { HYPOTHESIS_WORD, HypothesisShape } from '@/components/room/hypothesis-shape';
import { LineText } from '@/components/room/log/line-text';
import { PanelHeader } from '@/components/room/panel-header';
import { RefLink } from '@/components/room/ref-link';
import { useRoom } from '@/components/room/room-provider';
import { outside } from '@/lib/client/offers';
import { bearingKey, type Bearing, type Evidence, type Hypothesis } from '@/lib/core/incident/state';

const LIVING = new Set(['open', 'testing', 'confirmed']);
const numberOf = ({ ref }: Hypothesis) => Number(ref.slice(1));

/** How this evidence bears on each hypothesis; those that it was weighed on first. */
export function BearingsPanel({ evidence }: { evidence: Evidence }) {
  const hypotheses = useRoom((view) => view.drawn.hypotheses);
  const bearings = useRoom((view) => view.drawn.bearings);
  const canWeigh = useRoom((view) => outside(view) === null && view.drawn.status !== 'closed') && !evidence.redacted;
  const rows = Object.values(hypotheses)
    .map((hypothesis) => ({ hypothesis, bearing: bearings[bearingKey(evidence.id, hypothesis.id)] ?? null }))
    .filter(({ hypothesis, bearing }) => bearing !== null || (canWeigh && LIVING.has(hypothesis.state)))
    .sort((a, b) => Number(b.bearing !== null) - Number(a.bearing !== null) || numberOf(a.hypothesis) - numberOf(b.hypothesis));
  return (
    <>
      <PanelHeader title="Bears on" />
      {rows.length === 0 && <p className="p-3 text-xs text-faint">It was not weighed on any hypothesis.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {rows.map(({ hypothesis, bearing }) => (
          <BearingRow key={hypothesis.id} {...{ evidence, hypothesis, bearing, canWeigh }} />
        ))}
      </ul>
    </>
  );
}

type BearingRowProps = { evidence: Evidence; hypothesis: Hypothesis; bearing: Bearing | null; canWeigh: boolean };

function BearingRow({ evidence, hypothesis, bearing, canWeigh }: BearingRowProps) {
  return (
    <li className="flex flex-col gap-0.5 px-3 py-2">
      <div className="flex items-center gap-2 text-xs">
        <HypothesisShape state={hypothesis.state} />
        <RefLink kind="hypothesis" reference={hypothesis.ref} away />
        <span className="text-faint">{HYPOTHESIS_WORD[hypothesis.state].toLowerCase()}</span>
        <span className="flex-1" />
        {canWeigh ? (
          <WeighMenu evidenceRef={evidence.ref} hypothesisRef={hypothesis.ref} bearing={bearing} />
        ) : (
          bearing && <BearingMark value={bearing.value} />
        )}
      </div>
      <p className="text-sm wrap-anywhere">{hypothesis.statement}</p>
      {bearing && (
        <p className="text-xs wrap-anywhere text-muted">
          {BEARING_WORDS[bearing.value]}, says {bearing.by.name}
          {bearing.note && (
            <>
              : <LineText text={bearing.note} lastSeq={Infinity} />
            </>
          )}
        </p>
      )}
    </li>
  );
}

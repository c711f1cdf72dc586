'use client';

import { Dialog } from '@/components/ui/dialog';
import { Time } from '@/components/ui/time/time';
import { entryOf } from '@/lib/core/incident/ledger';
import { LineText } from '../log/line-text';
import { useRoom } from '../room-provider';

/** What a line said before, and when; the latest first. */
export function HistoryDialog({ seq, onClose }: { seq: number; onClose: () => void }) {
  const entry = useRoom((view) => entryOf(view.drawn.entries, seq));
  if (!entry) return null;
  const now = { text: entry.text, at: entry.at };
  const versions = [...entry.revisions.map(({ text, at }) => ({ text, at })), now];
  return (
    <Dialog open onClose={onClose} title={`History of #${seq}`}>
      <ol className="flex flex-col gap-3">
        {versions.toReversed().map(({ text, at }, index) => {
          const by = entry.revisions[versions.length - 2 - index]?.by;
          return (
            <li key={index} className="flex flex-col gap-1 border-l-2 border-line pl-3">
              <p className="text-xs text-muted">
                {index === 0 ? 'Now' : 'Before'}
                {by && (
                  <>
                    , changed by {by.name} <Time at={by.at} shape="relative" />
                  </>
                )}
              </p>
              <p className="whitespace-pre-wrap wrap-anywhere">
                {at && <Time at={at} shape="seconds" className="mr-2 font-mono text-xs text-faint" />}
                {text === null ? (
                  <span className="text-muted italic">redacted</span>
                ) : (
                  <LineText text={text} lastSeq={Infinity} />
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

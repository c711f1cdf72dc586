'use client';

import { LogRowView } from './log-row-view';
import type { LogRow } from './log-rows';

/** More than fit on a large screen. */
const SHOWN = 50;

/**
 * The last lines, at the end by their layout alone: the server cannot scroll, and they are read before any script has run.
 * They are live; what scrolls comes behind.
 */
export const EndOfLog = ({ rows }: { rows: LogRow[] }) => (
  <div className="relative min-h-0 flex-1">
    <div
      role="log"
      aria-label="Log"
      aria-live="off"
      tabIndex={0}
      className="flex h-full flex-col justify-end overflow-y-hidden focus-visible:outline-offset-[-2px]"
    >
      <div className="relative mb-auto w-full py-2">
        {rows.slice(-SHOWN).map((row) => (
          <LogRowView key={row.key} row={row} />
        ))}
      </div>
    </div>
  </div>
);

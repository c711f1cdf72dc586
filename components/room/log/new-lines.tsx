'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useRoom } from '../room-provider';
import type { LogRow } from './log-rows';

type NewLinesProps = { rows: LogRow[]; list: Virtualizer<HTMLDivElement, Element>; withinPx: number };

/** Says how many lines came in while somebody reads further up, and leads to them. */
export function NewLines({ rows, list, withinPx }: NewLinesProps) {
  const me = useRoom((view) => view.me.userId);
  const isAtEnd = list.isAtEnd(withinPx);
  const lastSeq = useRoom((view) => view.events.at(-1)?.seq ?? 0);
  const [seenSeq, setSeenSeq] = useState(lastSeq);

  useEffect(() => {
    if (isAtEnd) setSeenSeq(lastSeq);
  }, [isAtEnd, lastSeq]);

  if (isAtEnd) return null;
  const fresh = rows.filter((row) => row.kind === 'entry' && row.event.seq > seenSeq && row.event.actor.userId !== me).length;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
      <Button
        size="sm"
        icon={<ArrowDown />}
        className="pointer-events-auto bg-raised! shadow-lift"
        onClick={() => list.scrollToEnd()}
      >
        {fresh === 0 ? 'To the end' : fresh === 1 ? '1 new line' : `${fresh} new lines`}
      </Button>
    </div>
  );
}

'use client';

import { Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { HypothesisShape } from '@/components/room/hypothesis-shape';
import { useRoom } from '@/components/room/room-provider';
import { leftText, relativeText } from '@/components/ui/time/format';
import { useNow } from '@/components/ui/time/now';
import { Time } from '@/components/ui/time/time';
import { isOver } from '@/lib/core/incident/state';
import type { Brief } from '@/lib/core/method/brief';
import { BriefRef } from './brief-ref';
import { BriefSection, More } from './brief-section';

/** The tests that run and the mitigations that are open: who, and until when. */
export function Doing({ brief: { tests, mitigations, status } }: { brief: Brief }) {
  const isNothing = tests.shown.length === 0 && mitigations.shown.length === 0;
  if (isNothing && isOver(status)) return null;
  return (
    <BriefSection title="What we are doing">
      {isNothing ? (
        <p className="text-muted">Nothing is being tested or mitigated just now.</p>
      ) : (
        <ul className="flex flex-col gap-2 print:gap-1">
          {tests.shown.map(({ ref, statement, owner, until }) => (
            <Line
              key={ref}
              shape={<HypothesisShape state="testing" className="mt-1" />}
              reference={ref}
              what="Testing"
              text={statement}
            >
              <Owner name={owner} />
              {until && <Until at={until} textOf={leftText} />}
            </Line>
          ))}
          <More count={tests.more} what="more tests" />
          {mitigations.shown.map(({ ref, text, owner, due }) => (
            <Line key={ref} shape={<Circle aria-hidden className="mt-1 size-3.5 text-muted" />} reference={ref} text={text}>
              <Owner name={owner} />
              {due && <Until at={due} textOf={(at, nowMs) => `due ${relativeText(at, nowMs)}`} />}
            </Line>
          ))}
          <More count={mitigations.more} what="more mitigations" />
        </ul>
      )}
    </BriefSection>
  );
}

type LineProps = { shape: ReactNode; reference: string; what?: string; text: string; children: ReactNode };

function Line({ shape, reference, what, text, children }: LineProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      {shape}
      <div className="min-w-0">
        <p className="text-base wrap-anywhere">
          {what} <BriefRef reference={reference} /> {text}
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">{children}</p>
      </div>
    </li>
  );
}

const Owner = ({ name }: { name: string | null }) => <span>{name ?? 'nobody has it'}</span>;

/** In words on the screen, where it ticks; as a time on paper. */
function Until({ at, textOf }: { at: string; textOf: (at: string, nowMs: number) => string }) {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const nowMs = useNow(10_000, offsetMs);
  const isLate = nowMs !== null && Date.parse(at) < nowMs;
  return (
    <>
      <span className={isLate ? 'text-warn-ink print:hidden' : 'print:hidden'}>{nowMs === null ? '…' : textOf(at, nowMs)}</span>
      <span className="hidden print:inline">
        until <Time at={at} />
      </span>
    </>
  );
}

'use client';

import { Crosshair } from 'lucide-react';
import { Fragment } from 'react';
import { HypothesisShape } from '@/components/room/hypothesis-shape';
import type { Brief, BriefFinding, BriefShown } from '@/lib/core/method/brief';
import { BriefRef } from './brief-ref';
import { BriefSection, More } from './brief-section';

const hypothesesText = (count: number) => (count === 1 ? 'One hypothesis is' : `${count} hypotheses are`);

/** What was confirmed, the root cause first, with the evidence that showed it. */
export function Known({ brief: { cause, confirmed, untested } }: { brief: Brief }) {
  const isNothing = cause === null && confirmed.shown.length === 0;
  return (
    <BriefSection title="What we know">
      {isNothing ? (
        <p className="text-muted">
          The cause is not known yet.{untested > 0 && ` ${hypothesesText(untested)} not tested so far.`}
        </p>
      ) : (
        <ul className="flex flex-col gap-2 print:gap-1">
          {cause && <Cause cause={cause} />}
          {confirmed.shown.map((one) => (
            <Finding key={one.ref} finding={one} state="confirmed" by="Shown by" />
          ))}
          <More count={confirmed.more} />
        </ul>
      )}
    </BriefSection>
  );
}

export function RuledOut({ brief: { ruledOut } }: { brief: Brief }) {
  if (ruledOut.shown.length === 0) return null;
  return (
    <BriefSection title="What we ruled out">
      <ul className="flex flex-col gap-2 print:gap-1">
        {ruledOut.shown.map((one) => (
          <Finding key={one.ref} finding={one} state="rejected" by="Ruled out by" />
        ))}
        <More count={ruledOut.more} />
      </ul>
    </BriefSection>
  );
}

function Cause({ cause: { ref, statement, why, shown } }: { cause: NonNullable<Brief['cause']> }) {
  return (
    <li className="rounded-lg border border-good-ink/30 bg-good-soft px-3 py-2 print:px-2 print:py-1">
      <p className="flex items-center gap-1.5 text-xs font-semibold text-good-ink">
        <Crosshair aria-hidden className="size-3.5" /> Root cause
      </p>
      <p className="text-base font-medium wrap-anywhere">
        <BriefRef reference={ref} /> {statement}
      </p>
      <p className="text-sm text-muted wrap-anywhere">{why}</p>
      <ShownBy shown={shown} by="Shown by" />
    </li>
  );
}

type FindingProps = { finding: BriefFinding; state: 'confirmed' | 'rejected'; by: string };

function Finding({ finding: { ref, statement, because, shown }, state, by }: FindingProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <HypothesisShape state={state} className="mt-1" />
      <div className="min-w-0">
        <p className="text-base wrap-anywhere">
          <BriefRef reference={ref} /> {statement}
        </p>
        <ShownBy shown={shown} by={by} />
        {because && <p className="text-sm text-muted wrap-anywhere">{because}</p>}
      </div>
    </li>
  );
}

function ShownBy({ shown, by }: { shown: BriefShown[]; by: string }) {
  if (shown.length === 0) return null;
  return (
    <p className="text-sm text-muted wrap-anywhere">
      {by}{' '}
      {shown.map(({ ref, title }, index) => (
        <Fragment key={ref}>
          {index > 0 && ' and '}
          <BriefRef reference={ref} /> {title}
        </Fragment>
      ))}
    </p>
  );
}

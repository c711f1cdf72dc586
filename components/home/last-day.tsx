'use client';

import { CircleAlert, Crosshair, Lock, Signal } from 'lucide-react';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { HypothesisShape } from '@/components/room/hypothesis-shape';
import { Button } from '@/components/ui/button';
import { STATUS_WORD, StatusShape } from '@/components/ui/status-badge';
import { Time } from '@/components/ui/time/time';
import type { Turn, TurnFact } from '@/lib/contracts/room';
import { useTurns } from './use-turns';

const FIRST = 6;

/** What changed since yesterday, a line each, the latest first; nothing where nothing did. */
export function LastDay({ initial }: { initial: readonly Turn[] }) {
  const turns = useTurns(initial);
  const [isWhole, setWhole] = useState(false);
  if (turns.length === 0) return null;
  return (
    <section aria-labelledby="last-day-heading" className="flex flex-col gap-2">
      <h2 id="last-day-heading" className="text-base font-semibold">
        What changed in the last 24 hours
      </h2>
      <ul aria-label="What changed" className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {(isWhole ? turns : turns.slice(0, FIRST)).map((turn) => (
          <TurnLine key={`${turn.key} ${turn.seq}`} turn={turn} />
        ))}
      </ul>
      {turns.length > FIRST && (
        <Button variant="ghost" size="sm" className="-ml-2 self-start" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${turns.length - FIRST} more`}
        </Button>
      )}
    </section>
  );
}

function TurnLine({ turn: { key, title, isPrivate, seq, at, by, fact } }: { turn: Turn }) {
  return (
    <li className="relative grid min-h-8 grid-cols-[2.75rem_3.5rem_minmax(0,1fr)] items-center gap-x-3 px-3 py-1 text-sm max-lg:gap-x-2 hover:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent touch:min-h-11 lg:grid-cols-[2.75rem_4rem_minmax(0,5fr)_minmax(0,3fr)_minmax(6rem,1fr)]">
      <Time at={at} shape="clock" className="relative z-10 font-mono text-xs text-muted" />
      <Link
        href={`/incidents/${key}#e${seq}`}
        className="flex items-center gap-1 font-mono text-xs text-muted outline-none after:absolute after:inset-0"
      >
        {key}
        {isPrivate && <Lock aria-label="private" className="size-3 text-faint" />}
      </Link>
      <span className="flex min-w-0 items-center gap-2">
        <TurnMark fact={fact} />
        <span className="min-w-0 truncate max-lg:line-clamp-2 max-lg:whitespace-normal">{wordsOf(fact, title)}</span>
      </span>
      <span className="truncate text-xs text-muted max-lg:hidden">{fact.what === 'declared' ? '' : title}</span>
      <bdi className="truncate text-xs text-muted max-lg:hidden">{by}</bdi>
    </li>
  );
}

function TurnMark({ fact }: { fact: TurnFact }) {
  if (fact.what === 'status') return <StatusShape status={fact.to} className="mx-px" />;
  if (fact.what === 'confirmed' || fact.what === 'rejected') return <HypothesisShape state={fact.what} />;
  if (fact.what === 'cause') return <Crosshair aria-hidden className="size-3.5 shrink-0 text-good-ink" />;
  if (fact.what === 'severity') return <Signal aria-hidden className="size-3.5 shrink-0 text-sev2-ink" />;
  return <CircleAlert aria-hidden className="size-3.5 shrink-0 text-sev1-ink" />;
}

function wordsOf(fact: TurnFact, title: string): ReactNode {
  if (fact.what === 'declared') return <Said verb={`Declared ${fact.severity}`} of={title} />;
  if (fact.what === 'severity') return <Said verb={`Now ${fact.to}`} of={`was ${fact.from}`} />;
  if (fact.what === 'status')
    return <Said verb={`Now ${STATUS_WORD[fact.to].toLowerCase()}`} of={`was ${STATUS_WORD[fact.from].toLowerCase()}`} />;
  const verb = { confirmed: 'Confirmed', rejected: 'Rejected', cause: 'Root cause' }[fact.what];
  return <Said verb={`${verb} ${fact.ref}`} of={fact.statement} />;
}

const Said = ({ verb, of }: { verb: string; of: string }) => (
  <>
    <span className="font-medium">{verb}</span> <span className="text-muted">{of}</span>
  </>
);

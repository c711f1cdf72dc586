'use client';

import clsx from 'clsx';
import { Crosshair } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { ActionOn } from '@/lib/client/actions/action';
import type { Hypothesis } from '@/lib/core/incident/state';
import { HYPOTHESIS_WORD, HypothesisShape } from '../hypothesis-shape';
import { LineText } from '../log/line-text';
import { useRoomUi, useRoomUiStore } from '../room-context';
import type { Card } from './board-groups';
import { carriesCard, useTakesPerson } from './assign-drag';
import { CardActions, CardMenu } from './card-actions';
import { CardEvidence } from './card-evidence';
import { CardForm } from './card-form';
import { Lookers } from './lookers';
import { TimeBox } from './time-box';
import { useHypothesisActions } from './use-hypothesis-actions';
import { VerdictLine } from './verdict-line';

const INDENT = ['', 'ml-4', 'ml-8', 'ml-12'];

type HypothesisCardProps = {
  card: Card;
  /** Everything that is known of it, and not the first line only. */
  full: boolean;
  /** On the way down to the root cause. */
  isOnChain?: boolean;
};

/** One hypothesis: what it says, how it stands, what bears on it, and what can be done. */
export const HypothesisCard = memo(function HypothesisCard({ card, full, isOnChain }: HypothesisCardProps) {
  const { hypothesis, depth, bearings } = card;
  const { id, ref, state } = hypothesis;
  const ui = useRoomUiStore();
  const isSelected = useRoomUi((shown) => shown.selected?.kind === 'hypothesis' && shown.selected.id === id);
  const form = useRoomUi((shown) => (shown.card?.hypothesisId === id ? shown.card.form : null));
  const actions = useHypothesisActions(hypothesis);
  const { isOver, handlers } = useTakesPerson(hypothesis);
  const element = useRef<HTMLElement>(null);
  const isOpen = full || isSelected || form !== null;
  // Folded, a verdict names its grounds already.
  const showsEvidence = isOpen || hypothesis.verdict === null;

  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);

  return (
    <article
      ref={element}
      id={ref}
      tabIndex={-1}
      aria-label={`${ref}, ${HYPOTHESIS_WORD[state].toLowerCase()}: ${hypothesis.statement}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => ui.getState().select({ kind: 'hypothesis', id })}
      {...handlers}
      className={clsx(
        'scroll-m-12 rounded-lg border bg-surface px-3 py-2 outline-none',
        INDENT[Math.min(depth, INDENT.length - 1)],
        isSelected ? 'border-accent' : isOnChain ? 'border-good-ink' : state === 'testing' ? 'border-line-strong' : 'border-line',
        isOver && 'ring-2 ring-accent',
      )}
    >
      <CardHead card={card} actions={actions} />
      <p dir="auto" className="mt-0.5 text-base leading-snug wrap-anywhere">
        {hypothesis.statement}
      </p>
      {isOpen && <Reasoning hypothesis={hypothesis} />}
      <div className="mt-1.5 flex flex-col gap-1.5 empty:hidden">
        <VerdictLine hypothesis={hypothesis} />
        {showsEvidence && (
          <CardEvidence
            hypothesisRef={ref}
            bearings={bearings}
            canWeigh={actions.some(({ name }) => name === 'hypothesis.evidence')}
          />
        )}
      </div>
      {form ? (
        <CardForm hypothesis={hypothesis} form={form} />
      ) : (
        <CardActions hypothesis={hypothesis} actions={actions} isOpen={isOpen} />
      )}
    </article>
  );
});

type CardHeadProps = { card: Card; actions: ActionOn<Hypothesis>[] };

function CardHead({ card: { hypothesis, parentRef, isRootCause }, actions }: CardHeadProps) {
  const { id, ref, state, ownerId, ownerName, testBy } = hypothesis;
  const isAlive = state === 'open' || state === 'testing';
  return (
    <header className="flex items-start gap-2 text-xs">
      <div className="flex min-h-5 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        <span
          {...(isAlive && carriesCard(ref))}
          className={clsx('inline-flex items-center gap-1.5 font-mono font-semibold', isAlive && 'cursor-grab')}
        >
          <HypothesisShape state={state} />
          {ref}
        </span>
        {isRootCause && (
          <Badge tone="good" icon={<Crosshair aria-hidden />}>
            Root cause
          </Badge>
        )}
        {parentRef && <span className="text-faint">below {parentRef}</span>}
        <Owner id={ownerId} name={ownerName} isAlive={isAlive} />
        <Lookers id={id} />
        <span className="flex-1" />
        {state === 'testing' && testBy && <TimeBox until={testBy} />}
      </div>
      <CardMenu hypothesis={hypothesis} actions={actions} />
    </header>
  );
}

function Owner({ id, name, isAlive }: { id: string | null; name: string | null; isAlive: boolean }) {
  if (!name) return isAlive ? <span className="text-faint">unowned</span> : null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-muted">
      <Avatar name={name} seed={id ?? name} size="xs" />
      <span className="max-w-40 truncate">{name}</span>
    </span>
  );
}

const PARTS = [
  ['because', 'because'],
  ['prediction', 'if so'],
  ['refutation', 'drop it if'],
  ['component', 'in'],
] as const;

function Reasoning({ hypothesis }: { hypothesis: Hypothesis }) {
  const known = PARTS.filter(([field]) => hypothesis[field]);
  if (known.length === 0) return null;
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-sm">
      {known.map(([field, word]) => (
        <div key={field} className="contents">
          <dt className="text-xs leading-5 text-faint">{word}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere text-muted">
            <LineText text={hypothesis[field] ?? ''} lastSeq={Infinity} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

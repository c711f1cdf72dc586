'use client';

import { HYPOTHESIS_WORD, HypothesisShape } from '../hypothesis-shape';
import { BEARING_WORDS } from '../bearing-mark';
import { RefLink } from '../ref-link';
import { useRoomUi, useRoomUiStore } from '../room-context';
import type { Card } from './board-groups';
import { CardMenu } from './card-actions';
import { HypothesisCard } from './hypothesis-card';
import { useHypothesisActions } from './use-hypothesis-actions';

/** What came to nothing, on one line with what ruled it out; the whole card while it is selected. */
export function FoldedCard({ card }: { card: Card }) {
  const { id } = card.hypothesis;
  const isOpen = useRoomUi((ui) => (ui.selected?.kind === 'hypothesis' && ui.selected.id === id) || ui.card?.hypothesisId === id);
  return isOpen ? <HypothesisCard card={{ ...card, depth: 0 }} full /> : <FoldedLine card={card} />;
}

function FoldedLine({ card }: { card: Card }) {
  const { id, ref, state, statement } = card.hypothesis;
  const ui = useRoomUiStore();
  const actions = useHypothesisActions(card.hypothesis);
  return (
    <article
      id={ref}
      tabIndex={-1}
      aria-label={`${ref}, ${HYPOTHESIS_WORD[state].toLowerCase()}: ${statement}`}
      onClick={({ target }) => {
        // A menu that is opened here would go with the line.
        if (target instanceof Element && !target.closest('a, button')) ui.getState().select({ kind: 'hypothesis', id });
      }}
      className="flex min-h-8 cursor-pointer scroll-m-12 items-center gap-2 rounded-md px-3 text-sm outline-none hover:bg-hover focus:bg-hover touch:min-h-11"
    >
      <HypothesisShape state={state} />
      <span className="font-mono text-xs font-semibold">{ref}</span>
      <span dir="auto" className="min-w-24 flex-1 truncate text-muted" title={statement}>
        {statement}
      </span>
      <Grounds card={card} />
      <CardMenu hypothesis={card.hypothesis} actions={actions} />
    </article>
  );
}

/** What it was let go for: the evidence against it, else the words. */
function Grounds({ card: { hypothesis, bearings } }: { card: Card }) {
  const { verdict } = hypothesis;
  if (!verdict) return null;
  const [first, ...more] = bearings.filter(({ evidenceId }) => verdict.evidenceIds.includes(evidenceId));
  if (!first) return <span className="max-w-1/2 truncate text-xs text-faint">{verdict.because}</span>;
  return (
    <span className="shrink-0 text-xs text-faint">
      <RefLink kind="evidence" reference={first.evidence.ref} />{' '}
      {more.length > 0 ? `and ${more.length} more` : BEARING_WORDS[first.value]}
    </span>
  );
}

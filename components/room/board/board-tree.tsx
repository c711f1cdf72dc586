'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import { useRoom } from '../room-provider';
import { boardTree, causeChain } from './board-groups';
import { FoldedCard } from './folded-card';
import { HypothesisCard } from './hypothesis-card';

const STEP_PX = 20;

/** Every hypothesis below the one it digs into, with the way down to the root cause marked. */
export function BoardTree() {
  const hypotheses = useRoom((room) => room.drawn.hypotheses);
  const evidence = useRoom((room) => room.drawn.evidence);
  const bearings = useRoom((room) => room.drawn.bearings);
  const rootCause = useRoom((room) => room.drawn.rootCause);
  const cards = useMemo(
    () => boardTree({ hypotheses, evidence, bearings, rootCause }),
    [hypotheses, evidence, bearings, rootCause],
  );
  const chain = useMemo(() => causeChain({ hypotheses, rootCause }), [hypotheses, rootCause]);
  return (
    <ol className="flex flex-col gap-2 p-3">
      {cards.map((card) => {
        const { hypothesis, depth } = card;
        const isOnChain = chain.has(hypothesis.id);
        return (
          <li key={hypothesis.id} style={{ marginLeft: depth * STEP_PX }} className="relative">
            {depth > 0 && (
              <span
                aria-hidden
                className={clsx(
                  'absolute -top-2 -left-3 h-6 w-3 rounded-bl-md border-b-2 border-l-2',
                  isOnChain ? 'border-good-ink' : 'border-line-strong',
                )}
              />
            )}
            {isOnChain && <span className="sr-only">On the way to the root cause</span>}
            {!isOnChain && (hypothesis.state === 'rejected' || hypothesis.state === 'shelved') ? (
              <FoldedCard card={card} />
            ) : (
              <HypothesisCard card={{ ...card, depth: 0, parentRef: null }} full={isOnChain} isOnChain={isOnChain} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

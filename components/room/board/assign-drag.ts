'use client';

import { useState, type DragEvent } from 'react';
import { giveHypothesis } from '@/lib/client/actions/give-hypothesis';
import { findHypothesis } from '@/lib/core/incident/find';
import type { UserId } from '@/lib/core/ids';
import type { Hypothesis } from '@/lib/core/incident/state';
import { useActing } from '../use-acting';

const PERSON = 'application/x-warroom-person';
const CARD = 'application/x-warroom-hypothesis';

const carrying = (type: string, what: string, shown: string) => ({
  draggable: true,
  onDragStart(event: DragEvent) {
    event.dataTransfer.setData(type, what);
    event.dataTransfer.setData('text/plain', shown);
    event.dataTransfer.effectAllowed = 'link';
  },
});

/** Makes a person something that can be dragged onto a card. */
export const carriesPerson = (userId: UserId, name: string) => carrying(PERSON, userId, `@${name}`);

/** Makes a card something that can be dragged onto a person. */
export const carriesCard = (ref: string) => carrying(CARD, ref, ref);

/** Takes what has this type when it is dropped; says whether it hovers over here. */
function useTaking(type: string, onTake: (what: string) => void) {
  const [isOver, setOver] = useState(false);
  const holds = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(type);
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!holds(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'link';
      setOver(true);
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      const into = event.relatedTarget;
      if (!(into instanceof Node && event.currentTarget.contains(into))) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      if (!holds(event)) return;
      event.preventDefault();
      onTake(event.dataTransfer.getData(type));
    },
  };
  return { isOver, handlers };
}

/** A card that people can be dropped on. Refused as the menu would refuse it. */
export function useTakesPerson(hypothesis: Hypothesis) {
  const acting = useActing();
  return useTaking(PERSON, (userId) => giveHypothesis(acting, hypothesis, userId as UserId));
}

/** A person that cards can be dropped on. */
export function useTakesCard(userId: UserId) {
  const acting = useActing();
  return useTaking(CARD, (ref) => {
    const hypothesis = findHypothesis(acting.view().drawn, ref);
    if (hypothesis) giveHypothesis(acting, hypothesis, userId);
  });
}

'use client';

import { useState, type KeyboardEvent } from 'react';
import { logLines } from '@/lib/core/incident/describe';
import { useRoomStore } from '../room-provider';
import type { Choice } from './choice';
import { completionAt, withChoice, type Completion } from './complete';

export type Completing = {
  shown: Completion | null;
  active: number;
  /** Looks again after a change of the text or of the caret. */
  look: (text: string, caret: number) => void;
  close: () => void;
  /** Whether the stroke was for the suggestions. */
  press: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  pick: (field: HTMLTextAreaElement, choice: Choice) => void;
};

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Suggestions for the word at the caret, and the keys that choose among them. */
export function useCompletion(onChange: (text: string, caret: number) => void): Completing {
  const room = useRoomStore();
  const [shown, setShown] = useState<Completion | null>(null);
  const [active, setActive] = useState(0);
  const close = () => setShown(null);

  function look(text: string, caret: number) {
    const { drawn, directory, events } = room.getState();
    const lines = () => logLines(drawn, events);
    setShown(completionAt(text, caret, { incident: drawn, people: directory, lines }));
    setActive(0);
  }

  function pick(field: HTMLTextAreaElement, choice: Choice) {
    if (!shown) return;
    const next = withChoice(field.value, field.selectionStart, shown.from, choice);
    onChange(next.text, next.caret);
    look(next.text, next.caret);
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
    if (!shown) return false;
    const { choices, isWhole } = shown;
    const move = MOVES[event.key];
    const takes = event.key === 'Tab' || (event.key === 'Enter' && !isWhole && !event.ctrlKey && !event.metaKey);
    if (move !== undefined) setActive((active + move + choices.length) % choices.length);
    else if (event.key === 'Escape') close();
    else if (takes && !event.shiftKey) pick(event.currentTarget, choices[active] ?? choices[0]!);
    else return false;
    event.preventDefault();
    return true;
  }

  return { shown, active, look, close, press, pick };
}

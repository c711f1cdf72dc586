'use client';

import { GripVertical } from 'lucide-react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { Tooltip } from '@/components/ui/tooltip';

type MoveHandleProps = { name: string; carries: HTMLAttributes<HTMLElement>; onStep: (by: -1 | 1) => void };

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** What a row is dragged by; with the keyboard the arrows move it. No button element: some browsers drag none. */
export function MoveHandle({ name, carries, onStep }: MoveHandleProps) {
  function step(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onStep(by);
  }
  return (
    <Tooltip text="Drag, or press" keys="↑ ↓">
      <span
        {...carries}
        role="button"
        tabIndex={0}
        aria-label={`Move ${name}`}
        aria-keyshortcuts="ArrowUp ArrowDown"
        onKeyDown={step}
        className="-ml-2 inline-flex size-6 shrink-0 cursor-grab items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink active:cursor-grabbing max-md:hidden [&_svg]:size-4"
      >
        <GripVertical aria-hidden />
      </span>
    </Tooltip>
  );
}

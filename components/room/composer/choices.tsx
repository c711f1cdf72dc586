'use client';

import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { Choice } from './choice';

type ChoicesProps = { id: string; choices: Choice[]; active: number; onPick: (choice: Choice) => void };

export const optionId = (id: string, index: number) => `${id}-${index}`;

/** What could be meant, above the composer. The focus stays in the text. */
export function Choices({ id, choices, active, onPick }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className="absolute inset-x-2 bottom-full z-20 mb-1 max-h-72 overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-lift"
    >
      {choices.map((choice, index) => (
        <li
          key={choice.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(choice);
          }}
          className={clsx(
            'flex min-h-7 cursor-pointer flex-wrap content-center items-baseline gap-x-3 rounded-sm px-2 py-1 touch:min-h-11 touch:nth-[n+7]:hidden',
            index === active ? 'bg-pressed' : 'hover:bg-hover',
          )}
        >
          <span className={clsx('max-w-full truncate text-xs', choice.isName ? 'font-medium' : 'font-mono')}>{choice.title}</span>
          {choice.detail && <span className="min-w-0 flex-1 basis-40 truncate text-xs text-muted">{choice.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

'use client';

import clsx from 'clsx';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Align, Side } from './place';
import { useAnchored } from './use-anchored';
import { useDismiss } from './use-dismiss';

type MenuPanelProps = {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  side: Side;
  align: Align;
  className?: string;
  openAt: 'first' | 'last';
  onDismiss: () => void;
  onEscape: () => void;
  children: ReactNode;
};

const itemsOf = (panel: HTMLElement | null) => [
  ...(panel?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? []),
];

const TYPED_TOGETHER_MS = 500;

export function MenuPanel({ id, label, anchor, side, align, className, openAt, onDismiss, onEscape, children }: MenuPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', atMs: 0 });
  useAnchored(anchor, panel, side, align);
  useDismiss(anchor, panel, onDismiss);

  useLayoutEffect(() => {
    const items = itemsOf(panel.current);
    const checked = items.find((item) => item.ariaChecked === 'true');
    (checked ?? items.at(openAt === 'first' ? 0 : -1))?.focus();
  }, [openAt]);

  function jumpTo(letter: string, timeMs: number) {
    const isFresh = timeMs - typed.current.atMs > TYPED_TOGETHER_MS;
    typed.current = { text: (isFresh ? '' : typed.current.text) + letter.toLowerCase(), atMs: timeMs };
    itemsOf(panel.current)
      .find((item) => item.textContent?.trim().toLowerCase().startsWith(typed.current.text))
      ?.focus();
  }

  function move(event: KeyboardEvent) {
    event.stopPropagation();
    const items = itemsOf(panel.current);
    const index = items.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: (index + 1) % items.length, ArrowUp: index <= 0 ? -1 : index - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items.at(target)?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onEscape();
    } else if (event.key === 'Tab') {
      onEscape();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      jumpTo(event.key, event.timeStamp);
    }
  }

  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="menu"
      aria-label={label}
      onKeyDown={move}
      onClick={(event) => event.stopPropagation()}
      className={clsx(
        'enter-rise fixed min-w-44 overflow-auto rounded-lg border border-line-strong bg-raised p-1 text-sm shadow-lift',
        'max-w-[min(24rem,calc(100vw-1rem))]',
        className,
      )}
    >
      {children}
    </div>
  );
}

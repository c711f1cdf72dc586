'use client';

import { cloneElement, useEffect, useEffectEvent, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Kbd } from './kbd';
import type { Align, Side } from './place';
import type { TriggerElement } from './popover';
import { useAnchored } from './use-anchored';

type TooltipProps = {
  /** Plain words, or a function when they take work to make. */
  text: ReactNode | (() => ReactNode);
  keys?: string;
  side?: Side;
  align?: Align;
  /** The tooltip says more than the name of the child does. */
  describes?: boolean;
  children: TriggerElement;
};

const DELAY_MS = 350;
const LEAVE_MS = 120;

/** Words beside what the pointer rests on, or what the keyboard reached. Never on touch, so never the only place. */
export function Tooltip({ text, keys, side = 'top', align = 'center', describes, children }: TooltipProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();

  const later = (open: boolean, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(open), delayMs);
  };
  const now = (open: boolean) => {
    clearTimeout(timer.current);
    setOpen(open);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        ref: own.ref ? both(own.ref, anchor) : anchor,
        'aria-describedby': describes && isOpen ? id : own['aria-describedby'],
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          if (event.pointerType === 'mouse') later(true, DELAY_MS);
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event);
          later(false, LEAVE_MS);
        },
        onPointerDown: (event) => {
          own.onPointerDown?.(event);
          now(false);
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) now(true);
        },
        onBlur: (event) => {
          own.onBlur?.(event);
          now(false);
        },
      })}
      {isOpen && (
        <TooltipPanel {...{ id, anchor, side, align }} onStay={() => clearTimeout(timer.current)} onClose={() => now(false)}>
          {typeof text === 'function' ? text() : text}
          {keys && <Kbd keys={keys} className="ml-2" />}
        </TooltipPanel>
      )}
    </>
  );
}

function both(first: NonNullable<TriggerElement['props']['ref']>, second: RefObject<HTMLElement | null>) {
  return (element: HTMLElement | null) => {
    second.current = element;
    if (typeof first === 'function') return first(element);
    first.current = element;
  };
}

type PanelProps = {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  side: Side;
  align: Align;
  onStay: () => void;
  onClose: () => void;
  children: ReactNode;
};

function TooltipPanel({ id, anchor, side, align, onStay, onClose, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useAnchored(anchor, panel, side, align, 6);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, []);

  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="tooltip"
      onPointerEnter={onStay}
      onPointerLeave={onClose}
      className="enter-fade fixed max-w-80 rounded-md border border-line-strong bg-raised px-2 py-1 text-xs text-ink shadow-lift"
    >
      {children}
    </div>
  );
}

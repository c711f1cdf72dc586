'use client';

import clsx from 'clsx';
import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import type { Align, Side } from './place';
import { useAnchored } from './use-anchored';
import { useDismiss } from './use-dismiss';

export type TriggerElement = ReactElement<HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> }>;

type PopoverProps = {
  /** What the panel is about, for screen readers. */
  label: string;
  /** A button. */
  trigger: TriggerElement;
  side?: Side;
  align?: Align;
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A panel beside its button. It does not block the page; Escape, a press elsewhere and leaving it close it. */
export function Popover({
  label,
  trigger,
  side = 'bottom',
  align = 'start',
  className,
  open,
  onOpenChange,
  children,
}: PopoverProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const anchor = useRef<HTMLElement>(null);
  const id = useId();
  const isOpen = open ?? ownOpen;

  function set(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  function close() {
    set(false);
    anchor.current?.focus();
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        onClick: (event) => {
          trigger.props.onClick?.(event);
          set(!isOpen);
        },
      })}
      {isOpen && (
        <PopoverPanel {...{ id, label, anchor, side, align, className }} onDismiss={() => set(false)} onEscape={close}>
          {typeof children === 'function' ? children(close) : children}
        </PopoverPanel>
      )}
    </>
  );
}

type PanelProps = {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  side: Side;
  align: Align;
  className?: string;
  onDismiss: () => void;
  onEscape: () => void;
  children: ReactNode;
};

function PopoverPanel({ id, label, anchor, side, align, className, onDismiss, onEscape, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useAnchored(anchor, panel, side, align);
  useDismiss(anchor, panel, onDismiss);

  useEffect(() => {
    const find = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
    (find('[data-autofocus]') ?? find('input, textarea, select, button, a[href]') ?? panel.current)?.focus();
  }, []);

  function keep(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onEscape();
  }

  return (
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={keep}
      onClick={(event) => event.stopPropagation()}
      className={clsx(
        'enter-rise fixed overflow-auto rounded-lg border border-line-strong bg-raised p-3 text-sm shadow-lift outline-none',
        'max-w-[calc(100vw-1rem)]',
        className,
      )}
    >
      {children}
    </div>
  );
}

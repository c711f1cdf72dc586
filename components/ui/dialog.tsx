'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { IconButton } from './icon-button';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** A press beside it does not close it: something typed would be lost. */
  keepOpen?: boolean;
  children?: ReactNode;
};

// The large ones stay where they are while what is chosen in them makes them shorter or longer.
const SIZES = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl sm:mt-[5dvh] sm:max-h-[90dvh]' };

/**
 * Asks for something before anything else goes on. Focus goes to `[data-autofocus]`, else to the first field, else to what
 * is to be read, and back afterwards.
 */
export function Dialog(props: DialogProps) {
  return props.open ? (
    <ModalFrame
      {...props}
      frame={clsx(
        'enter-rise m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] rounded-xl border border-line-strong',
        SIZES[props.size ?? 'md'],
      )}
    />
  ) : null;
}

/** A dialog along the right edge; on a phone along the bottom. */
export function Sheet(props: Omit<DialogProps, 'size'>) {
  return props.open ? (
    <ModalFrame
      {...props}
      frame={clsx(
        'max-sm:enter-bottom sm:enter-right border-line-strong max-sm:mt-auto max-sm:mb-0 max-sm:max-h-[85dvh] max-sm:w-full max-sm:max-w-none',
        'max-sm:rounded-t-xl max-sm:border-t sm:my-0 sm:mr-0 sm:ml-auto sm:h-dvh sm:max-h-none sm:w-[28rem] sm:max-w-[90vw] sm:border-l',
      )}
    />
  ) : null;
}

const FOCUSABLE = 'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';

function ModalFrame({ onClose, title, description, footer, keepOpen, children, frame }: DialogProps & { frame: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    shown.showModal();
    const first = shown.querySelector<HTMLElement>('[data-autofocus]') ?? shown.querySelector<HTMLElement>(FOCUSABLE);
    (first ?? body.current)?.focus();
    return () => shown.close();
  }, []);

  function closeBeside(event: PointerEvent<HTMLDialogElement>) {
    if (keepOpen || event.target !== event.currentTarget) return;
    const box = event.currentTarget.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!isInside) onClose();
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={closeBeside}
      onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
      className={clsx('fixed flex flex-col bg-raised text-ink shadow-lift outline-none backdrop:bg-backdrop', frame)}
    >
      <div className="flex items-start gap-2 py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 id={`${id}-title`} className="text-base leading-8 font-semibold">
            {title}
          </h2>
          {description && (
            <p id={`${id}-description`} className="text-sm text-muted">
              {description}
            </p>
          )}
        </div>
        <IconButton label="Close" keys="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {children && (
        <div ref={body} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto px-4 pt-0.5 pb-4 outline-none">
          {children}
        </div>
      )}
      {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
    </dialog>
  );
}

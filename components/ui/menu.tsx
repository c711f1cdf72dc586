'use client';

import clsx from 'clsx';
import { cloneElement, createContext, use, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { MenuPanel } from './menu-panel';
import type { Align, Side } from './place';
import type { TriggerElement } from './popover';

/** What an item needs to close the menu that it stands in. */
export const MenuContext = createContext<{ close: () => void } | null>(null);

export function useMenu() {
  const menu = use(MenuContext);
  if (!menu) throw new Error('A menu item stands outside of a Menu.');
  return menu;
}

type MenuProps = {
  label: string;
  /** A button. */
  trigger: TriggerElement;
  side?: Side;
  align?: Align;
  className?: string;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A button with a menu of MenuItem, MenuLink, MenuGroup and MenuSeparator. */
export function Menu({ label, trigger, side = 'bottom', align = 'start', className, onOpenChange, children }: MenuProps) {
  const [openAt, setOpenAt] = useState<'first' | 'last' | null>(null);
  const anchor = useRef<HTMLElement>(null);
  const id = useId();

  function set(next: 'first' | 'last' | null) {
    setOpenAt(next);
    onOpenChange?.(next !== null);
  }
  function close() {
    set(null);
    anchor.current?.focus();
  }
  function openByKey(event: KeyboardEvent<HTMLElement>) {
    trigger.props.onKeyDown?.(event);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    set(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': openAt !== null,
        'aria-controls': openAt ? id : undefined,
        className: clsx(trigger.props.className, openAt && 'bg-pressed'),
        onKeyDown: openByKey,
        onClick: (event) => {
          trigger.props.onClick?.(event);
          set(openAt ? null : 'first');
        },
      })}
      {openAt && (
        <MenuContext value={{ close }}>
          <MenuPanel {...{ id, label, anchor, side, align, className, openAt }} onDismiss={() => set(null)} onEscape={close}>
            {children}
          </MenuPanel>
        </MenuContext>
      )}
    </>
  );
}

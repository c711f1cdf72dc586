'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { useId, type ReactNode } from 'react';
import { Kbd } from './kbd';
import { useMenu } from './menu';

const ROW = [
  'flex w-full items-center gap-2 rounded-sm px-2 py-1 text-left min-h-7 touch:min-h-11',
  'hover:bg-hover focus:bg-hover focus-visible:outline-1 disabled:cursor-not-allowed disabled:opacity-55',
  '[&>svg]:size-4 [&>svg]:shrink-0',
].join(' ');

type ItemProps = {
  icon?: ReactNode;
  keys?: string;
  /** A second line, quieter. */
  hint?: ReactNode;
  /** One of several that can be taken: shows a tick. */
  checked?: boolean;
  /** Several can be taken at once: the menu stays open. */
  multiple?: boolean;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, keys, hint, checked, multiple, danger, disabled, onSelect, children }: ItemProps) {
  const menu = useMenu();
  const select = () => {
    if (!multiple) menu.close();
    onSelect();
  };
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : multiple ? 'menuitemcheckbox' : 'menuitemradio'}
      aria-checked={checked}
      aria-keyshortcuts={keys?.length === 1 ? keys : undefined}
      tabIndex={-1}
      disabled={disabled}
      onClick={select}
      className={clsx(ROW, danger ? 'text-danger-ink' : 'text-ink [&>svg]:text-muted')}
    >
      <MenuItemBody {...{ icon, keys, hint, checked }}>{children}</MenuItemBody>
    </button>
  );
}

type BodyProps = Pick<ItemProps, 'icon' | 'keys' | 'hint' | 'checked' | 'children'>;

function MenuItemBody({ icon, keys, hint, checked, children }: BodyProps) {
  return (
    <>
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      {checked && <Check aria-hidden />}
      {keys && (
        <span aria-hidden className="inline-flex">
          <Kbd keys={keys} className="touch:hidden" />
        </span>
      )}
    </>
  );
}

export function MenuLink({
  href,
  icon,
  keys,
  hint,
  children,
}: Pick<ItemProps, 'icon' | 'keys' | 'hint' | 'children'> & { href: string }) {
  const menu = useMenu();
  return (
    <Link href={href} role="menuitem" tabIndex={-1} onClick={menu.close} className={clsx(ROW, 'text-ink [&>svg]:text-muted')}>
      <MenuItemBody {...{ icon, keys, hint }}>{children}</MenuItemBody>
    </Link>
  );
}

export const MenuSeparator = () => <div role="separator" className="-mx-1 my-1 border-t border-line" />;

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className="px-2 pt-1.5 pb-1 text-xs text-muted">
        {label}
      </div>
      {children}
    </div>
  );
}

'use client';

import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  /** The shortcut shown beside the label. */
  keys?: string;
  size?: 'sm' | 'md';
  pressed?: boolean;
  children: ReactNode;
};

/** A button that is an icon only. */
export function IconButton({
  label,
  keys,
  size = 'md',
  pressed,
  className,
  children,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink',
          'disabled:cursor-not-allowed disabled:opacity-55 touch:size-11 [&_svg]:size-4',
          size === 'sm' ? 'size-6' : 'size-8',
          pressed && 'bg-pressed text-ink',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}

'use client';

import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useLive } from './use-live';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'size'> & {
  children: ReactNode;
  hint?: ReactNode;
  size?: 'sm' | 'md';
};

export function Checkbox({ children, hint, size = 'md', disabled = false, ...rest }: CheckboxProps) {
  // What is ticked before scripts run would be forgotten, but in a form that needs none.
  const isEarly = !useLive() && rest.checked !== undefined;
  return (
    <label
      className={clsx(
        'flex min-h-6 items-start gap-2 touch:min-h-11 touch:items-center',
        size === 'sm' ? 'text-xs leading-5' : 'text-sm',
      )}
    >
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent touch:size-5"
        disabled={disabled || isEarly}
        {...rest}
      />
      <span>
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}

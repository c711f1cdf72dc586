'use client';

import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { fieldLook } from './field-look';
import { useLive } from './use-live';

type SelectProps = Omit<ComponentProps<'select'>, 'size'>;

/** The platform's own list: it is at home on a phone and with every screen reader. */
export function Select({ className, children, disabled = false, ...rest }: SelectProps) {
  // What is chosen before scripts run would be forgotten, but in a form that needs none: until then nothing can be.
  const isEarly = !useLive() && rest.value !== undefined;
  return (
    <span className={clsx('relative inline-flex w-full', className)}>
      <select
        className={fieldLook(clsx('h-8 appearance-none truncate pr-8 touch:h-11', !disabled && 'disabled:opacity-100'))}
        disabled={disabled || isEarly}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-faint" />
    </span>
  );
}

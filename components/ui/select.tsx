import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { fieldLook } from './field-look';

/** The platform's own list: it is at home on a phone and with every screen reader. */
export function Select({ className, children, ...rest }: Omit<ComponentProps<'select'>, 'size'>) {
  return (
    <span className={clsx('relative inline-flex w-full', className)}>
      <select className={fieldLook('h-8 appearance-none truncate pr-8 touch:h-11')} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-faint" />
    </span>
  );
}

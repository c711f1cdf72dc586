import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { fieldLook } from './field-look';

type InputProps = Omit<ComponentProps<'input'>, 'size'> & { size?: 'md' | 'lg'; mono?: boolean };

export function Input({ size = 'md', mono, className, ...rest }: InputProps) {
  return (
    <input
      className={fieldLook(clsx('touch:h-11', size === 'lg' ? 'h-10 text-base' : 'h-8', mono && 'font-mono', className))}
      {...rest}
    />
  );
}

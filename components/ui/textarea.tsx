import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { fieldLook } from './field-look';

/** Grows with what is written, up to its maximum height. */
export function Textarea({ mono, className, rows = 2, ...rest }: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      rows={rows}
      className={fieldLook(
        clsx(
          'field-sizing-content max-h-80 min-h-8 resize-none py-1.5 touch:min-h-11 touch:py-2.5',
          mono && 'font-mono',
          className,
        ),
      )}
      {...rest}
    />
  );
}

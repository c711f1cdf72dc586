import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonClass, type Look } from './button';

export function ButtonLink({ variant, size, icon, className, children, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={buttonClass({ variant, size }, className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

'use client';

import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Button } from './button';
import { useLive } from './use-live';

/** Sends its form. Until the page lives it holds the form back: the browser alone would send it nowhere. */
export function SubmitButton({ disabled, className, ...rest }: Omit<ComponentProps<typeof Button>, 'type'>) {
  const isLive = useLive();
  return <Button {...rest} type="submit" disabled={disabled || !isLive} className={clsx(className, !isLive && 'opacity-100!')} />;
}

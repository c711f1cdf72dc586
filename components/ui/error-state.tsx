import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type ErrorStateProps = {
  /** What happened. */
  title: string;
  /** What is safe, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function ErrorState({ title, children, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={clsx('flex flex-col items-center gap-3 px-4 py-10 text-center', className)}>
      <CircleAlert aria-hidden className="size-5 text-danger-ink" />
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      {children && <div className="max-w-md text-sm text-balance text-muted">{children}</div>}
      {action}
    </div>
  );
}

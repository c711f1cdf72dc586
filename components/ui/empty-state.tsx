import clsx from 'clsx';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  icon?: ReactNode;
  /** One sentence. */
  children: ReactNode;
  action?: ReactNode;
  /** Below all: a command line that does the same, say. */
  foot?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, children, action, foot, className }: EmptyStateProps) {
  return (
    <div className={clsx('flex flex-col items-center gap-3 px-4 py-10 text-center', className)}>
      {icon && <span className="text-faint [&_svg]:size-5">{icon}</span>}
      <p className="max-w-md text-sm text-balance text-muted">{children}</p>
      {action}
      {foot}
    </div>
  );
}

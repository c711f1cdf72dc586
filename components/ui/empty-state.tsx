import clsx from 'clsx';
import type { ReactNode } from 'react';
import { CopyLine } from './copy-line';

type EmptyStateProps = {
  icon?: ReactNode;
  /** One sentence. */
  children: ReactNode;
  action?: ReactNode;
  /** A command line that does the same. */
  command?: string;
  className?: string;
};

export function EmptyState({ icon, children, action, command, className }: EmptyStateProps) {
  return (
    <div className={clsx('flex flex-col items-center gap-3 px-4 py-10 text-center', className)}>
      {icon && <span className="text-faint [&_svg]:size-5">{icon}</span>}
      <p className="max-w-md text-sm text-balance text-muted">{children}</p>
      {action}
      {command && <CopyLine text={command} className="max-w-full" />}
    </div>
  );
}

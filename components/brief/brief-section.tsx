import clsx from 'clsx';
import { useId, type ReactNode } from 'react';

type BriefSectionProps = { title: string; aside?: ReactNode; className?: string; children: ReactNode };

/** One part of the brief below a quiet heading. */
export function BriefSection({ title, aside, className, children }: BriefSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx('flex min-w-0 break-inside-avoid flex-col gap-2 print:gap-1', className)}>
      <header className="flex min-h-6 items-center gap-2 border-b border-line pb-1">
        <h2 id={id} className="flex-1 text-xs font-semibold tracking-wide text-muted uppercase">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** What a list leaves out. */
export function More({ count, what = 'more' }: { count: number; what?: string }) {
  return count > 0 ? <li className="text-xs text-muted">{`and ${count} ${what}`}</li> : null;
}

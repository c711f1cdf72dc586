import clsx from 'clsx';

/** A place where something is about to be; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block animate-pulse rounded-sm bg-pressed motion-reduce:animate-none', className)} />;
}

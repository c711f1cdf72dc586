import clsx from 'clsx';

/** Keys as people name them, `Ctrl K` or `g l`; each word is one key. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={clsx('inline-flex shrink-0 gap-0.5', className)}>
      {keys.split(' ').map((key, index) => (
        <kbd
          key={`${key}${index}`}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-[3px] border border-line-strong px-1 font-mono text-2xs leading-none text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}

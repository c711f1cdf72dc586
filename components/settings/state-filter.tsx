import clsx from 'clsx';
import Link from 'next/link';

type StateFilterProps = {
  label: string;
  /** Where each leads, what it is called, how many there are. */
  options: { href: string; label: string; count?: number; isChosen: boolean }[];
};

/** Narrows a list to one state; each is an address of its own. */
export function StateFilter({ label, options }: StateFilterProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {options.map((one) => (
        <Link
          key={one.href}
          href={one.href}
          aria-current={one.isChosen ? 'page' : undefined}
          className={clsx(
            'flex h-7 items-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap touch:h-11',
            one.isChosen ? 'bg-pressed font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {one.label}
          {one.count !== undefined && <span className="text-xs text-faint tabular-nums">{one.count.toLocaleString('en')}</span>}
        </Link>
      ))}
    </nav>
  );
}

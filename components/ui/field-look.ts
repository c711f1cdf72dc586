import clsx from 'clsx';

/** How everything that takes text looks. */
export const fieldLook = (extra?: string) =>
  clsx(
    'w-full rounded-md border border-field-line bg-surface px-2.5 text-sm text-ink dark:bg-sunken',
    'hover:border-muted focus:border-accent',
    'disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger',
    extra,
  );

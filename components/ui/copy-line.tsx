import clsx from 'clsx';
import { CopyButton } from './copy-button';

/** One line to copy, in full however long it is. */
export function CopyLine({ text, label = 'Copy', className }: { text: string; label?: string; className?: string }) {
  return (
    <span
      className={clsx(
        'inline-flex min-w-0 items-center justify-between gap-1 rounded-md border border-line bg-sunken py-0.5 pr-0.5 pl-2.5 text-left',
        className,
      )}
    >
      <code tabIndex={0} className="min-w-0 overflow-x-auto font-mono text-xs whitespace-pre [scrollbar-width:none]">
        {text}
      </code>
      <CopyButton text={text} label={label} />
    </span>
  );
}

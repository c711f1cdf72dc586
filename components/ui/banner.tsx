import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type BannerTone = 'info' | 'good' | 'warn' | 'danger';

const LOOK = {
  info: { Icon: Info, tone: 'border-line-strong bg-hover [&>svg]:text-muted' },
  good: { Icon: CircleCheck, tone: 'border-good-ink/30 bg-good-soft [&>svg]:text-good-ink' },
  warn: { Icon: TriangleAlert, tone: 'border-warn-ink/30 bg-warn-soft [&>svg]:text-warn-ink' },
  danger: { Icon: CircleAlert, tone: 'border-danger-ink/30 bg-danger-soft [&>svg]:text-danger-ink' },
} as const;

type BannerProps = {
  tone?: BannerTone;
  /** `bar` runs along an edge of the screen, `box` stands in the text. */
  shape?: 'bar' | 'box';
  /** Said by screen readers when it appears. */
  live?: 'polite' | 'assertive';
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function Banner({ tone = 'info', shape = 'box', live, action, className, children }: BannerProps) {
  const { Icon, tone: look } = LOOK[tone];
  return (
    <div
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
      className={clsx(
        'flex flex-wrap items-start gap-2 px-3 py-2 text-sm',
        shape === 'box' ? 'rounded-md border' : 'border-b',
        look,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-44">{children}</div>
      {action && <div className="-my-1 ml-auto flex shrink-0 items-center gap-1">{action}</div>}
    </div>
  );
}

import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger' | 'sev1' | 'sev2' | 'sev3' | 'sev4' | 'maintenance';

const TONES: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good-ink',
  warn: 'bg-warn-soft text-warn-ink',
  danger: 'bg-danger-soft text-danger-ink',
  sev1: 'bg-sev1-soft text-sev1-ink',
  sev2: 'bg-sev2-soft text-sev2-ink',
  sev3: 'bg-sev3-soft text-sev3-ink',
  sev4: 'bg-sev4-soft text-sev4-ink',
  maintenance: 'bg-maintenance-soft text-maintenance-ink',
};

type BadgeProps = { tone?: Tone; icon?: ReactNode; className?: string; children: ReactNode };

/** A word with a colour behind it; the icon is the shape that goes with the colour. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

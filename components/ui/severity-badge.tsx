import clsx from 'clsx';
import { SEVERITIES, type Severity } from '@/lib/core/incident/state';

const INK: Record<Severity, string> = {
  SEV1: 'bg-sev1 text-on-solid',
  SEV2: 'bg-sev2-soft text-sev2-ink',
  SEV3: 'bg-sev3-soft text-sev3-ink',
  SEV4: 'bg-sev4-soft text-sev4-ink',
};

/** What each severity means, shown where one is chosen. */
export const SEVERITY_MEANING: Record<Severity, string> = {
  SEV1: 'Most users cannot work, or data is at risk. Everybody comes.',
  SEV2: 'An important part is broken, or many are slowed down.',
  SEV3: 'Some users or a side feature are affected; there is a way around.',
  SEV4: 'Small or cosmetic; can wait for working hours.',
};

/** Bars as of a signal: the more are filled, the worse. */
export function SeverityBars({ severity, className }: { severity: Severity; className?: string }) {
  const filled = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return (
    <svg viewBox="0 0 12 12" aria-hidden className={clsx('size-3 shrink-0', className)} fill="currentColor">
      {[0, 1, 2, 3].map((bar) => (
        <rect key={bar} x={bar * 3} y={9 - bar * 3} width="2" height={3 + bar * 3} rx=".5" opacity={bar < filled ? 1 : 0.3} />
      ))}
    </svg>
  );
}

type SeverityBadgeProps = {
  severity: Severity;
  /** It is over, so even the worst no longer stands out. */
  quiet?: boolean;
  className?: string;
};

export function SeverityBadge({ severity, quiet, className }: SeverityBadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 font-mono text-xs font-semibold whitespace-nowrap',
        quiet && severity === 'SEV1' ? 'bg-sev1-soft text-sev1-ink' : INK[severity],
        className,
      )}
    >
      <SeverityBars severity={severity} />
      {severity}
    </span>
  );
}

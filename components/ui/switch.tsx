'use client';

import clsx from 'clsx';

type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  describedBy?: string;
};

export function Switch({ label, checked, onChange, disabled, describedBy }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className="inline-flex h-6 w-10 shrink-0 items-center justify-center rounded-full disabled:opacity-55 touch:h-11"
    >
      <span
        className={clsx(
          'flex h-5 w-9 items-center rounded-full border p-0.5 transition-colors duration-100',
          checked ? 'border-accent bg-accent' : 'border-field-line bg-pressed',
        )}
      >
        <span
          className={clsx(
            'size-3.5 rounded-full transition-transform duration-100',
            checked ? 'translate-x-4 bg-on-accent' : 'bg-muted',
          )}
        />
      </span>
    </button>
  );
}

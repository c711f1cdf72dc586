'use client';

import clsx from 'clsx';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

type Option<Value extends string> = { value: Value; label: ReactNode; /** Said when the label is an icon. */ name?: string };

type SegmentedProps<Value extends string> = {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  size?: 'sm' | 'md';
  className?: string;
};

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A few choices side by side, one of them taken. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'md',
  className,
}: SegmentedProps<Value>) {
  const group = useRef<HTMLDivElement>(null);

  function step(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const index = (options.findIndex((option) => option.value === value) + by + options.length) % options.length;
    const next = options[index];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelectorAll('button')[index]?.focus();
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      onKeyDown={step}
      className={clsx('inline-flex rounded-md border border-line-strong bg-surface p-0.5 dark:bg-sunken', className)}
    >
      {options.map((option, index) => {
        const on = option.value === value;
        const isEntry = on || (index === 0 && !options.some((one) => one.value === value));
        return (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={on}
            aria-label={option.name}
            tabIndex={isEntry ? 0 : -1}
            onClick={() => onChange(option.value)}
            className={clsx(
              'inline-flex grow items-center justify-center gap-1.5 rounded-sm font-medium whitespace-nowrap [&_svg]:size-4',
              'touch:min-h-11 touch:min-w-11',
              size === 'sm' ? 'min-h-6 px-2 text-xs' : 'min-h-6.5 px-2.5 text-sm',
              on ? 'bg-pressed text-ink' : 'text-muted hover:text-ink',
            )}
          >
            {option.label}
          </button>
        );
      })}
    </div>
  );
}

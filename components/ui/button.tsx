import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
  ghost: 'border-transparent text-muted hover:bg-hover hover:text-ink',
  danger:
    'border-transparent bg-danger text-on-solid hover:opacity-90 dark:border-danger-ink/50 dark:bg-danger-soft dark:text-danger-ink',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 px-2 text-xs',
  md: 'h-8 gap-2 px-3 text-sm',
  lg: 'h-10 gap-2 px-4 text-base',
};

export const buttonClass = ({ variant = 'secondary', size = 'md' }: Look, extra?: string) =>
  clsx(
    'inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 touch:min-h-11',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
    extra,
  );

type ButtonProps = ComponentProps<'button'> &
  Look & { /** What is going on, in words; the button waits meanwhile. */ busy?: string | null };

export function Button({ variant, size, icon, busy, className, children, disabled, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ variant, size }, className)}
      disabled={disabled || Boolean(busy)}
      aria-busy={busy ? true : undefined}
      {...rest}
    >
      {icon}
      {busy || children}
    </button>
  );
}

import type { ComponentProps, ReactNode } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & { children: ReactNode; hint?: ReactNode };

export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <label className="flex min-h-6 items-start gap-2 text-sm touch:min-h-11 touch:items-center">
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent touch:size-5" {...rest} />
      <span>
        {children}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}

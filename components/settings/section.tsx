import type { ReactNode } from 'react';

type PageHeadProps = { title: string; lead?: ReactNode; action?: ReactNode };

export function PageHead({ title, lead, action }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="flex min-w-0 flex-col gap-0.5">
        <h1 className="text-lg font-semibold">{title}</h1>
        {lead && <p className="max-w-xl text-sm text-pretty text-muted">{lead}</p>}
      </div>
      {action}
    </div>
  );
}

export function Panel({ children }: { children: ReactNode }) {
  return <div className="divide-y divide-line rounded-lg border border-line bg-surface">{children}</div>;
}

type SettingProps = { title: string; hint?: ReactNode; hintId?: string; children: ReactNode };

/** One thing to set: what it is on the left, its control on the right. */
export function Setting({ title, hint, hintId, children }: SettingProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <div className="text-sm font-medium">{title}</div>
        {hint && (
          <div id={hintId} className="text-xs text-muted">
            {hint}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

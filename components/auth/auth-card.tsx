import type { ReactNode } from 'react';

/** The one thing on a page before somebody is signed in. */
export function AuthCard({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-lg font-semibold">{title}</h1>
        {lead && <p className="text-sm text-muted">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

type SideSectionProps = { title: string; id?: string; action?: ReactNode; children: ReactNode };

export function SideSection({ title, id, action, children }: SideSectionProps) {
  return (
    <section id={id} tabIndex={-1} className="relative border-b border-line px-3 py-2.5 outline-none last:border-b-0">
      <header className="mb-1 flex min-h-7 items-center gap-2">
        <h2 className="flex-1 text-xs font-semibold tracking-wide text-muted uppercase">{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}

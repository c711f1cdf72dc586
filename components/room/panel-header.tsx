import type { ReactNode } from 'react';

/** The title of a part of the room, with what belongs to it at the right. */
export function PanelHeader({ title, aside, children }: { title: string; aside?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex h-9 shrink-0 touch:h-12 items-center gap-1 border-b border-line pr-1.5 pl-3">
      <h2 className="text-xs font-semibold tracking-wide text-muted uppercase">{title}</h2>
      {aside}
      <span className="flex-1" />
      {children}
    </header>
  );
}

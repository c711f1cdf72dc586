import type { ReactNode } from 'react';

type CardProps = { title: string; isMain?: boolean; lead?: ReactNode; children?: ReactNode };

/** One thing to do on a page for people outside. */
export function Card({ title, isMain, lead, children }: CardProps) {
  const Heading = isMain ? 'h1' : 'h2';
  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <div className="flex flex-col gap-1">
        <Heading className={isMain ? 'text-lg font-semibold' : 'text-base font-semibold'}>{title}</Heading>
        {lead && <p className="text-sm text-pretty text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

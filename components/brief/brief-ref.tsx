'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { useRoom } from '@/components/room/room-provider';

const INK: Record<string, string> = { H: 'text-accent-ink', E: 'text-sev4-ink', T: 'text-maintenance-ink' };

/** A reference as a link to the place in the room where it lives. */
export function BriefRef({ reference }: { reference: string }) {
  const page = useRoom((view) => `/incidents/${view.drawn.key}`);
  const href = reference.startsWith('E') ? `${page}/evidence/${reference}` : `${page}#${reference}`;
  return (
    <Link
      href={href}
      prefetch={false}
      className={clsx('rounded-sm font-mono text-[0.92em] font-medium hover:underline', INK[reference[0] ?? ''])}
    >
      {reference}
    </Link>
  );
}

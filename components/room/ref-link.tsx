'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { EvidenceGlance, HypothesisGlance, TaskGlance } from './later';
import { useRoomStore } from './room-provider';
import { useRoomUiStore } from './room-context';
import { showHypothesis, showTask } from './show';

type RefLinkProps = {
  kind: 'hypothesis' | 'evidence' | 'task' | 'entry';
  reference: string;
  className?: string;
  /** On another page than the room: the link is followed. */
  away?: boolean;
  children?: ReactNode;
};

const INK = { hypothesis: 'text-accent-ink', evidence: 'text-sev4-ink', task: 'text-maintenance-ink', entry: 'text-muted' };

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A reference as a link: what it is on hover, where it lives on a click. */
export function RefLink({ kind, reference, className, away, children }: RefLinkProps) {
  const room = useRoomStore();
  const ui = useRoomUiStore();
  const router = useRouter();
  const { key } = room.getState().drawn;
  const page = `/incidents/${key}`;
  const href = {
    hypothesis: `${page}#${reference}`,
    task: `${page}#${reference}`,
    entry: `${page}#e${reference}`,
    evidence: `${page}/evidence/${reference}`,
  }[kind];
  const look = clsx('rounded-sm font-mono text-[0.92em] font-medium hover:underline', INK[kind], className);
  const words = children ?? (kind === 'entry' ? `#${reference}` : reference);

  function go(event: MouseEvent) {
    if (!plainClick(event)) return;
    event.preventDefault();
    if (away || kind === 'evidence') router.push(href);
    else if (kind === 'hypothesis') showHypothesis(room.getState().drawn, ui.getState(), reference);
    else if (kind === 'task') showTask(room.getState().drawn, ui.getState(), reference);
    else ui.getState().light(Number(reference));
  }

  const link = (
    <a href={href} className={look} onClick={go}>
      {words}
    </a>
  );
  if (kind === 'entry') return link;
  const glance = { hypothesis: HypothesisGlance, evidence: EvidenceGlance, task: TaskGlance }[kind];
  const Glance = glance;
  return (
    <Tooltip describes text={() => <Glance reference={reference} />}>
      {link}
    </Tooltip>
  );
}

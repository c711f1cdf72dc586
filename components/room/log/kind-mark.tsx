import clsx from 'clsx';
import {
  CircleAlert,
  Crosshair,
  FileText,
  Flag,
  KeyRound,
  Lightbulb,
  CircleHelp,
  ListTodo,
  Megaphone,
  MessageSquare,
  Pencil,
  Signal,
  UserRound,
} from 'lucide-react';
import type { LineKind } from '@/lib/core/incident/describe';
import type { EventType } from '@/lib/core/incident/events';
import type { HypothesisState } from '@/lib/core/incident/state';
import { HypothesisShape } from '../hypothesis-shape';

const ICONS = {
  note: MessageSquare,
  hypothesis: Lightbulb,
  cause: Crosshair,
  evidence: FileText,
  task: ListTodo,
  update: Megaphone,
  question: CircleHelp,
  severity: Signal,
  status: Flag,
  role: UserRound,
  access: KeyRound,
  incident: CircleAlert,
} as const;

const INK: Partial<Record<LineKind, string>> = {
  hypothesis: 'text-accent-ink',
  cause: 'text-good-ink',
  evidence: 'text-sev4-ink',
  task: 'text-maintenance-ink',
  update: 'text-accent-ink',
  question: 'text-sev4-ink',
  severity: 'text-sev2-ink',
  status: 'text-sev2-ink',
  incident: 'text-sev1-ink',
};

const VERDICTS: Partial<Record<EventType, HypothesisState>> = {
  'hypothesis.testStarted': 'testing',
  'hypothesis.confirmed': 'confirmed',
  'hypothesis.rejected': 'rejected',
  'hypothesis.shelved': 'shelved',
};

/** What kind of line this is, as a shape and a word. */
export function KindMark({ kind, type }: { kind: LineKind; type: EventType }) {
  // A title or a summary that was mended is no alarm.
  const isMended = type === 'incident.described';
  const Icon = isMended ? Pencil : ICONS[kind];
  const verdict = VERDICTS[type];
  return (
    <span className={clsx('flex h-5 items-center gap-1.5 text-2xs', (!isMended && INK[kind]) || 'text-faint')}>
      {verdict ? <HypothesisShape state={verdict} /> : <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />}
      <span className="truncate @max-md:sr-only">{kind}</span>
    </span>
  );
}

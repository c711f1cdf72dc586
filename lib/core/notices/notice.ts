import type { IncidentId, Instant, UserId } from '@/lib/core/ids';

export const NOTICE_KINDS = [
  'mentioned',
  'hand-over',
  'command-taken',
  'role-given',
  'hypothesis-given',
  'task-given',
  'ruled-out',
  'time-box',
  'question',
  'promise',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What one person should know. `seq` is the line of the log that it comes from; null where time alone brought it. */
export type Notice = {
  userId: UserId;
  kind: NoticeKind;
  incidentId: IncidentId;
  seq: number | null;
  at: Instant;
  /** Who did it. */
  by: string | null;
  /** What it is about: H3, T2, Q1. */
  ref: string | null;
  /** A role, or the evidence that speaks against H3. */
  what: string | null;
  /** The same again is not a second notice. */
  dedupKey: string;
};

/** What each kind is called where people choose what to hear of. */
export const NOTICE_TITLES: Record<NoticeKind, string> = {
  mentioned: 'Somebody mentions you',
  'hand-over': 'Command is offered to you',
  'command-taken': 'Command is taken from you',
  'role-given': 'You are given a role',
  'hypothesis-given': 'You are given a hypothesis',
  'task-given': 'You are given a task',
  'ruled-out': 'Evidence rules out your hypothesis',
  'time-box': 'The time for your test is over',
  question: 'Somebody asks, and it is yours to answer',
  promise: 'A promised update is overdue, and yours to give',
};

/** A notice as one sentence; it says nothing of what was written. */
export function noticeText({ kind, by, ref, what }: Pick<Notice, 'kind' | 'by' | 'ref' | 'what'>): string {
  const who = by ?? 'Somebody';
  switch (kind) {
    case 'mentioned':
      return `${who} mentioned you`;
    case 'hand-over':
      return `${who} offers you command`;
    case 'command-taken':
      return `${who} took command from you`;
    case 'role-given':
      return `${who} gave you the role ${what ?? ''}`.trim();
    case 'hypothesis-given':
      return `${who} gave you ${ref ?? 'a hypothesis'}`;
    case 'task-given':
      return `${who} gave you ${ref ?? 'a task'}`;
    case 'ruled-out':
      return `${who} says that ${what ?? 'an evidence'} rules out ${ref ?? 'your hypothesis'}`;
    case 'time-box':
      return `The time for testing ${ref ?? 'your hypothesis'} is over`;
    case 'question':
      return `${who} asks ${ref ?? 'a question'}`;
    case 'promise':
      return 'The promised update is overdue';
  }
}

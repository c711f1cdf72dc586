import * as z from 'zod/mini';
import { NOTICE_KINDS, type NoticeKind } from './notice';
import { QuietHours } from './quiet';

/** Ways to a person: the bell, their mailbox, the browsers that they chose. */
export const NOTICE_CHANNELS = ['app', 'mail', 'push'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

const DEFAULTS: Record<NoticeKind, readonly NoticeChannel[]> = {
  mentioned: ['app', 'push'],
  'hand-over': ['app', 'mail', 'push'],
  'command-taken': ['app', 'push'],
  'role-given': ['app', 'mail', 'push'],
  'hypothesis-given': ['app', 'push'],
  'task-given': ['app', 'push'],
  'ruled-out': ['app'],
  'time-box': ['app', 'push'],
  question: ['app', 'push'],
  promise: ['app', 'mail', 'push'],
};

/** What somebody wants to hear of and how; a kind that is left out goes the usual ways. */
export const NoticePreferences = z.strictObject({
  channels: z._default(
    z.partialRecord(z.enum(NOTICE_KINDS), z.array(z.enum(NOTICE_CHANNELS)).check(z.maxLength(NOTICE_CHANNELS.length))),
    {},
  ),
  quietHours: z._default(z.nullable(QuietHours), null),
});
export type NoticePreferences = z.output<typeof NoticePreferences>;

/** The ways on which this person is told of such a thing. */
export const channelsFor = ({ channels }: NoticePreferences, kind: NoticeKind): readonly NoticeChannel[] =>
  channels[kind] ?? DEFAULTS[kind];

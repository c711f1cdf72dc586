import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import type { Severity } from '@/lib/core/incident/state';
import type { NoticeKind } from '@/lib/core/notices/notice';

/** A notice as its person reads it. `text` is what it is about as it reads now; null where it was redacted, or there is none. */
export type NoticeItem = {
  id: string;
  kind: NoticeKind;
  at: Instant;
  readAt: Instant | null;
  by: string | null;
  ref: string | null;
  what: string | null;
  text: string | null;
  seq: number | null;
  incident: { key: string; title: string; severity: Severity };
};

/** Newest first. `unread` counts all that may be seen, also those of other pages. */
export type NoticePage = { notices: NoticeItem[]; unread: number; nextCursor: string | null };

export const ListNoticesQuery = z.strictObject({
  before: z.optional(z.uuid()),
  limit: z.prefault(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 30),
});
export type ListNoticesQuery = z.output<typeof ListNoticesQuery>;

/** These, or all of them. */
export const MarkReadInput = z.union(
  [z.strictObject({ ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(100)) }), z.strictObject({ all: z.literal(true) })],
  { error: 'Send the ids of up to 100 notices, or all: true.' },
);
export type MarkReadInput = z.output<typeof MarkReadInput>;

/** Where a notice leads: the line, the card, or the incident. */
export function hrefOf({ incident, ref, seq }: Pick<NoticeItem, 'ref' | 'seq'> & { incident: { key: string } }): string {
  const room = `/incidents/${incident.key}`;
  if (ref !== null && /^[HT]/.test(ref)) return `${room}#${ref}`;
  return seq === null ? room : `${room}#e${seq}`;
}

const bytes = (count: number, error: string) =>
  z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((count * 4) / 3)}}$`), { error }));

function isPushAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  // A name with a dot that is no number: what it stands for is looked at again when a message is sent.
  const isName = /\.[a-z][a-z\d-]*$/i.test(hostname);
  return protocol === 'https:' && port === '' && username === '' && password === '' && isName;
}

/** A browser's push subscription as `PushSubscription.toJSON` gives it. */
export const SubscribePushInput = z.strictObject({
  endpoint: z
    .string()
    .check(z.maxLength(1000), z.refine(isPushAddress, { error: 'This is not the address of a push service on the internet.' })),
  keys: z.strictObject({
    p256dh: bytes(65, 'This is not the key of a browser.'),
    auth: bytes(16, 'This is not the secret of a browser.'),
  }),
});
export type SubscribePushInput = z.output<typeof SubscribePushInput>;

export type PushBrowser = { id: string; userAgent: string; createdAt: Instant; endpoint: string };

/** `publicKey` is null where this installation pushes nothing. */
export type PushBrowsers = { publicKey: string | null; browsers: PushBrowser[] };

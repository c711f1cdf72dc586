import { uuidv7 } from 'uuidv7';
import { lockActive } from './may';
import type { Tx } from './people-deps';

const DAY_MS = 24 * 3_600_000;

/** A session ends when it was not used for this long ... */
export const SESSION_IDLE_MS = 30 * DAY_MS;
/** ... and at the latest after this. */
export const SESSION_MAX_MS = 90 * DAY_MS;

export type Client = { address: string; userAgent: string };

const tidy = (text: string, max: number) => text.replaceAll('\0', '').toWellFormed().slice(0, max);

/** A new row for every sign-in; those that were there stay. Answers its id. */
export async function startSession(tx: Tx, userId: string, { address, userAgent }: Client, now: Date): Promise<string> {
  await lockActive(tx, userId);
  const id = uuidv7();
  await tx.session.create({
    data: {
      id,
      userId,
      userAgent: tidy(userAgent, 400),
      address: tidy(address, 64),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_IDLE_MS),
    },
  });
  return id;
}

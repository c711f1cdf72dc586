import { createHmac } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Prisma } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { ServiceError } from '../errors';
import { networkOf } from './network-of';

type Limit = { burst: number; perMinute: number };

// Whatever the start, at most 8 + 15 * 2/15 = 10 guesses at one account are evaluated in any 15 minutes.
const ACCOUNT: Limit = { burst: 8, perMinute: 2 / 15 };
// Many people can share an address; only their failures stay counted.
const ADDRESS: Limit = { burst: 60, perMinute: 4 };

const REMEMBERED = 10_000;

const TAKE = `
  INSERT INTO guess_bucket AS bucket (key, tokens, refilled_at) VALUES ($1, $2::float8 - 1, $4)
  ON CONFLICT (key) DO UPDATE SET
    tokens = least($2, bucket.tokens + $3::float8 / 60 * greatest(0, extract(epoch FROM $4 - bucket.refilled_at))) - 1,
    refilled_at = greatest($4, bucket.refilled_at)
  WHERE least($2, bucket.tokens + $3::float8 / 60 * greatest(0, extract(epoch FROM $4 - bucket.refilled_at))) >= 1
  RETURNING tokens`;

const WAIT = `
  SELECT (1 - tokens) * 60 / $2::float8 - extract(epoch FROM $3 - refilled_at) AS wait_s FROM guess_bucket WHERE key = $1`;

export type Guess = { email: string; address: string };

type GuessDeps = { pool: Pool; clock: () => Date; secret: string };

export type Guesses = {
  /**
   * Takes one guess from the account's bucket and one from the address's, both or none. Throws ServiceError `too_many`
   * with `retryAfterS`; what is refused here costs nothing.
   */
  take: (guess: Guess) => Promise<void>;
  /** The password was right: the account starts afresh, the address gets its guess back. */
  forgive: (tx: Prisma.TransactionClient, guess: Guess) => Promise<void>;
};

function tooMany(retryAfterS: number): ServiceError {
  const minutes = Math.ceil(retryAfterS / 60);
  const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return new ServiceError('too_many', `Too many wrong passwords. Wait ${wait}, then try again.`, { retryAfterS });
}

/** Takes one from a bucket; answers how long to wait where it is empty. */
export async function takeOne(
  client: PoolClient,
  key: string,
  limit: Limit,
  now: Date,
): Promise<{ key: string; waitS: number } | null> {
  const taken = await client.query(TAKE, [key, limit.burst, limit.perMinute, now]);
  if (taken.rows.length > 0) return null;
  const { rows } = await client.query(WAIT, [key, limit.perMinute, now]);
  return { key, waitS: Math.max(1, Math.ceil(Number(rows[0]?.wait_s ?? 60))) };
}

/** Guesses at passwords, counted in the database for all processes together. */
export function createGuesses({ pool, clock, secret }: GuessDeps): Guesses {
  // An empty bucket stays empty until it refills: no need to ask the database again before that.
  const emptyUntil = new Map<string, number>();

  // What people type where an e-mail address belongs can be a password: never stored as typed.
  const keysOf = ({ email, address }: Guess) => ({
    account: `account:${createHmac('sha256', secret).update(email).digest('hex')}`,
    address: `address:${networkOf(address)}`,
  });

  function mustNotBeEmpty(key: string, now: Date): void {
    const leftMs = (emptyUntil.get(key) ?? 0) - now.getTime();
    if (leftMs > 0) throw tooMany(Math.ceil(leftMs / 1000));
    emptyUntil.delete(key);
  }

  async function take(guess: Guess): Promise<void> {
    const keys = keysOf(guess);
    const now = clock();
    mustNotBeEmpty(keys.account, now);
    mustNotBeEmpty(keys.address, now);
    let empty: { key: string; waitS: number } | null = null;
    await inTransaction(pool, async (client) => {
      empty = (await takeOne(client, keys.account, ACCOUNT, now)) ?? (await takeOne(client, keys.address, ADDRESS, now));
      return empty === null ? true : null;
    });
    const refused = empty as { key: string; waitS: number } | null;
    if (!refused) return;
    if (emptyUntil.size >= REMEMBERED) emptyUntil.clear();
    emptyUntil.set(refused.key, now.getTime() + refused.waitS * 1000);
    throw tooMany(refused.waitS);
  }

  async function forgive(tx: Prisma.TransactionClient, guess: Guess): Promise<void> {
    const keys = keysOf(guess);
    emptyUntil.delete(keys.account);
    emptyUntil.delete(keys.address);
    await tx.guessBucket.deleteMany({ where: { key: keys.account } });
    await tx.$executeRaw`UPDATE guess_bucket SET tokens = least(${ADDRESS.burst}, tokens + 1) WHERE key = ${keys.address}`;
  }

  return { take, forgive };
}

import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '@/lib/db/transaction';
import { ServiceError } from '../errors';
import { takeOne } from '../people/guess-buckets';
import { networkOf } from '../people/network-of';

const NETWORK = { burst: 60, perMinute: 1 };
// Whoever asks for somebody else fills no mailbox: three mails, then one an hour.
const MAILBOX = { burst: 3, perMinute: 1 / 60 };

export type Asking = {
  /** Counts one request of a network. Throws ServiceError `too_many`. */
  fromNetwork: (address: string) => Promise<void>;
  /** Counts one mail to a mailbox; false where it had enough. Nobody is told, for it would say who asked before. */
  forMailbox: (email: string) => Promise<boolean>;
};

function tooMany(retryAfterS: number): ServiceError {
  const minutes = Math.ceil(retryAfterS / 60);
  const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return new ServiceError('too_many', `There were many requests from your network. Wait ${wait}, then try again.`, {
    retryAfterS,
  });
}

/** Limits how often somebody asks to be subscribed, counted in the database for all processes together. */
export function createAsking({ pool, clock, secret }: { pool: Pool; clock: () => Date; secret: string }): Asking {
  const take = async (key: string, limit: typeof NETWORK) => {
    let empty: { waitS: number } | null = null;
    await inTransaction(pool, async (client) => ((empty = await takeOne(client, key, limit, clock())) === null ? true : null));
    return empty as { waitS: number } | null;
  };
  return {
    async fromNetwork(address) {
      const empty = await take(`asks:${networkOf(address)}`, NETWORK);
      if (empty) throw tooMany(empty.waitS);
    },
    async forMailbox(email) {
      const key = createHmac('sha256', secret).update(`mailbox:${email}`).digest('hex');
      return (await take(`asked:${key}`, MAILBOX)) === null;
    },
  };
}

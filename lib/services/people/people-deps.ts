import type { Pool } from 'pg';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { Guesses } from './guess-buckets';
import type { inTurn } from './in-turn';
import type { Passwords } from './passwords';

export type PeopleDeps = {
  prisma: PrismaClient;
  pool: Pool;
  /** Keys what must not be guessed back from the tables. */
  secret: string;
  clock: () => Date;
  /** The one-time token of the first-run page; null where setting up is over. */
  setupToken: string | null;
  /** Called after commit with the people whose sessions, tokens or role changed. Must not throw. */
  accessChanged?: (userIds: string[]) => void;
  /** Replaced in tests, where the cost of hashing is not what is tested. */
  passwords?: Passwords;
};

export type Tx = Prisma.TransactionClient;

/** What a verb works with. */
export type PeopleParts = Omit<PeopleDeps, 'passwords'> & {
  passwords: Passwords;
  guesses: Guesses;
  /** Work that hashes or compares a password waits here for its turn. */
  hashing: ReturnType<typeof inTurn>;
};

import type { Pool } from 'pg';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import type { ReadAddress } from './read-address';

export type StatusDeps = {
  prisma: PrismaClient;
  pool: Pool;
  clock: () => Date;
  /** Called after commit when the status page says something else now. Must not throw. */
  statusChanged?: () => void;
  /** Reads public pages for imports; null where this installation reaches no other. */
  readAddress?: ReadAddress | null;
};

export type Tx = Prisma.TransactionClient;

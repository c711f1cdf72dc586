import type { Pool } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Outside } from '../outside';

/** What a verb about deliveries works with. */
export type DeliveriesParts = { prisma: PrismaClient; pool: Pool; clock: () => Date; outside: Outside };

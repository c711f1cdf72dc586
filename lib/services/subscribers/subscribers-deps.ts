import type { Pool } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import { NOTHING_OUTSIDE, type Outside } from '../outside';
import { createAsking, type Asking } from './asking-limits';

export type SubscribersDeps = {
  prisma: PrismaClient;
  pool: Pool;
  /** Makes the tokens of links, and seals what signs webhooks. */
  secret: string;
  clock: () => Date;
  /** Left out by programs that send nothing. */
  outside?: Outside;
};

/** What a verb works with. */
export type SubscribersParts = Omit<SubscribersDeps, 'outside'> & { outside: Outside; asking: Asking };

export const subscribersParts = (deps: SubscribersDeps): SubscribersParts => ({
  ...deps,
  outside: deps.outside ?? NOTHING_OUTSIDE,
  asking: createAsking(deps),
});

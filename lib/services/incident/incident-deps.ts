import type { Pool } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { IncidentEvent } from '@/lib/core/incident/events';

export type Published = { incidentId: string; events: IncidentEvent[] };

export type IncidentDeps = {
  pool: Pool;
  prisma: PrismaClient;
  epoch: string;
  clock: () => Date;
  /** Called after commit, in seq order per incident. Must not throw. */
  published: (message: Published) => void;
  /** Whether effects (outgoing webhooks) are wanted. */
  hasWebhook: boolean;
};

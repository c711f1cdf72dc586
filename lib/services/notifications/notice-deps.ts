import type { Pool } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { IncidentState } from '@/lib/core/incident/state';

/** How people are reached. */
export type Telling = {
  /** Where links lead. */
  publicUrl: string;
  /** Whether mail can be sent. */
  hasMail: boolean;
  /** The public key under which browsers subscribe to push messages; null where nothing is pushed. */
  pushKey: string | null;
  /** Called after commit with those whose notices changed. Must not throw. */
  noticed: (userIds: string[]) => void;
};

/** Tells nobody: for tests and programs that are about something else. */
export const TELLS_NOBODY: Telling = {
  ...{ publicUrl: 'http://localhost:3000', hasMail: false, pushKey: null },
  noticed: () => undefined,
};

export type NoticeDeps = Telling & {
  pool: Pool;
  prisma: PrismaClient;
  clock: () => Date;
  /** Seals what signs and what encrypts. */
  secret: string;
  /** The incident as it stands; null where it is gone. */
  present: (incidentId: string) => Promise<IncidentState | null>;
};

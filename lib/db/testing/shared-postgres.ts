import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/db/migrate';
import { startThrowawayPostgres } from '@/lib/db/throwaway-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that every test database is copied from; nobody connects to it. */
    templateDatabaseUrl: string;
  }
}

/** Vitest's global set-up: one Postgres for a run, in a temporary folder. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres();
  await migrate(postgres.url);
  provide('templateDatabaseUrl', postgres.url);
  return postgres.stop;
}

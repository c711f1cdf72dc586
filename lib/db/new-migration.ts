import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sqlToSchema } from './compare-schema';
import { migrate, migrationsFolder } from './migrate';
import { startThrowawayPostgres } from './throwaway-postgres';

/** Writes the migration that leads from the migrations so far to the schema; null where there is nothing to do. */
async function newMigration(name: string): Promise<string | null> {
  const postgres = await startThrowawayPostgres();
  try {
    await migrate(postgres.url);
    const sql = await sqlToSchema(postgres.url);
    if (sql === '') return null;
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const folder = path.join(migrationsFolder, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    return folder;
  } finally {
    await postgres.stop();
  }
}

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
  console.error('Name the migration in small letters, for example: npm run migration:new add_tasks');
  process.exit(1);
}
console.log((await newMigration(name)) ?? 'The migrations already lead to the schema.');
process.exit(0);

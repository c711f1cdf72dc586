import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { migrate } from './migrate';
import { testDatabase } from './testing/test-database';

const database = await testDatabase();
afterAll(() => database.close());

function folderOf(migrations: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'warroom-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

const emptied = async () => {
  await database.pool.query('drop schema public cascade; create schema public');
  return database.url;
};

const tables = async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
};

test('several processes that start at once apply each migration once', async () => {
  const url = await emptied();
  const folder = folderOf({ '1_one': 'create table one (n int)', '2_two': 'create table two (n int)' });
  const answers = await Promise.all(Array.from({ length: 6 }, () => migrate(url, folder)));
  expect(answers.flat().sort()).toEqual(['1_one', '2_two']);
  expect(await tables()).toEqual(['_prisma_migrations', 'one', 'two']);
});

test('a migration that fails leaves the database as it was', async () => {
  const url = await emptied();
  const folder = folderOf({ '1_one': 'create table one (n int)', '2_two': 'create table two (n int); select nonsense' });
  await expect(migrate(url, folder)).rejects.toThrow(
    /^The migration 2_two failed and nothing was changed: column "nonsense" does not exist/,
  );
  expect(await tables()).toEqual([]);
});

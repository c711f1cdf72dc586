import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '@/lib/db/database';

export type TestDatabase = Database & { url: string };

// One connection per test process, kept open: a fresh one pays for the catalogue anew with every database it copies.
let owner: Promise<pg.Client> | null = null;

async function connectAsOwner(template: string): Promise<pg.Client> {
  const address = new URL(template);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function asOwner(template: string, sql: string): Promise<void> {
  owner ??= connectAsOwner(template);
  await (await owner).query(sql);
}

/** A migrated database of its own for one test or one file, gone when it is closed. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('templateDatabaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const source = new URL(template).pathname.slice(1);
  await asOwner(template, `create database ${name} template ${source} strategy wal_log`);
  const address = new URL(template);
  address.pathname = `/${name}`;
  const database = await openDatabase(address.href);
  const close = async () => {
    await database.close();
    await asOwner(template, `drop database ${name} with (force)`);
  };
  return { ...database, url: address.href, close };
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '@/lib/db/database';

export type TestDatabase = Database & { url: string };

async function asOwner(url: string, sql: string): Promise<void> {
  const address = new URL(url);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A migrated database of its own for one test or one file, gone when it is closed. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('templateDatabaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const source = new URL(template).pathname.slice(1);
  await asOwner(template, `create database ${name} template ${source} strategy file_copy`);
  const address = new URL(template);
  address.pathname = `/${name}`;
  const database = await openDatabase(address.href);
  const close = async () => {
    await database.close();
    await asOwner(template, `drop database ${name} with (force)`);
  };
  return { ...database, url: address.href, close };
}

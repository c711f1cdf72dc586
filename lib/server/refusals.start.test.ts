import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startApp } from '@/e2e/fixtures/app';
import { migrate } from '@/lib/db/migrate';
import { startThrowawayPostgres } from '@/lib/db/throwaway-postgres';
import { refusedStart, type Refused } from './testing/refused-start';

const folder = mkdtempSync(path.join(tmpdir(), 'warroom-refusals-'));
chmodSync(folder, 0o711);
const elsewhere = { PORT: '39571', WARROOM_DATA: path.join(folder, 'data') };
const app = await startApp();
const postgres = await startThrowawayPostgres();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.stop();
  await postgres.stop();
});

function expectOneLine({ code, stdout, lines }: Refused, words: RegExp): void {
  expect(stdout).toBe('');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^Warroom did not start: /);
  expect(lines[0]).toMatch(words);
  expect(code).toBe(1);
}

const isReady = async () => (await fetch(`${app.url}/readyz`)).status;

test('a second start on the same data folder is refused, and the first goes on', async () => {
  const refused = await refusedStart({ ...elsewhere, WARROOM_DATA: app.dataFolder });
  expectOneLine(refused, new RegExp(`already runs on ${app.dataFolder} \\(process ${app.pid}\\)\\. Stop it first`));
  expect(await isReady()).toBe(200);
});

test('a port in use is refused before a database is made', async () => {
  expectOneLine(
    await refusedStart({ ...elsewhere, PORT: String(app.port) }),
    /Port \d+ is in use on 127\.0\.0\.1\. .*set PORT\.$/,
  );
  expect(existsSync(path.join(elsewhere.WARROOM_DATA, 'postgres'))).toBe(false);
  expect(await isReady()).toBe(200);
});

const withPassword = (password: string) => {
  const address = new URL(postgres.url);
  address.password = password;
  return address.href;
};

test.each([
  [
    'no address',
    () => 'mysql://root@localhost/warroom',
    /DATABASE_URL is not an address of Postgres\. It looks like postgresql:/,
  ],
  ['nobody there', () => 'postgresql://me:secret@127.0.0.1:1/warroom', /nothing listens there/],
  ['no such host', () => 'postgresql://me:secret@nowhere.invalid/warroom', /no such host|cannot be looked up/],
  ['a wrong password', () => withPassword('wrong'), /the user name or password is wrong/],
  ['no such database', () => postgres.url.replace(/\/warroom$/, '/nothing'), /there is no such database\. Create it first/],
])('a DATABASE_URL with %s is refused', async (_what, url, words) => {
  const refused = await refusedStart({ ...elsewhere, DATABASE_URL: url() });
  expectOneLine(refused, words);
  expect(refused.lines[0]).not.toContain('secret');
});

test('a data folder that cannot be written is refused', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  const refused = await refusedStart({ ...elsewhere, WARROOM_DATA: path.join(file, 'data') });
  expectOneLine(refused, /The data folder .* cannot be written \(ENOTDIR\)\. .*set WARROOM_DATA\.$/);
});

test('a folder that holds something else where the database belongs is refused and left alone', async () => {
  const theirs = path.join(folder, 'theirs');
  mkdirSync(path.join(theirs, 'postgres'), { recursive: true });
  chmodSync(theirs, 0o711);
  writeFileSync(path.join(theirs, 'postgres', 'letters.txt'), 'dear');
  const refused = await refusedStart({ ...elsewhere, WARROOM_DATA: theirs });
  expectOneLine(refused, /should hold the database but holds something else\. Move it away, or set WARROOM_DATA/);
  expect(readdirSync(path.join(theirs, 'postgres'))).toEqual(['letters.txt']);
});

test('a database newer than the application is refused and left alone', async () => {
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', 'x', '99990101000000_later', now())`,
  );
  const tables = `select count(*)::int as n from information_schema.tables where table_schema = 'public'`;
  const before = await client.query<{ n: number }>(tables);
  expectOneLine(
    await refusedStart({ ...elsewhere, DATABASE_URL: postgres.url }),
    /The database is newer than this Warroom \(it has 99990101000000_later\)/,
  );
  expect((await client.query<{ n: number }>(tables)).rows).toEqual(before.rows);
  await client.end();
});

test('a wrong variable is named', async () => {
  expectOneLine(await refusedStart({ ...elsewhere, PORT: 'three' }), /PORT is not a port\. Give a number between 1 and 65535\.$/);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataFolder, refuseWhereLocked } from './data-folder-lock';
import { birthOf, thisPlace } from './process-life';

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'warroom-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const leave = (folder: string, holder: object) => writeFileSync(path.join(folder, 'warroom.lock'), JSON.stringify(holder));

test('a folder is locked once, and again after it was released', async () => {
  const folder = newFolder();
  const release = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(`Warroom already runs on ${folder} (process ${process.pid}).`);
  expect(() => refuseWhereLocked(folder)).toThrow(/already runs/);
  release();
  expect(readdirSync(folder)).toEqual([]);
  (await lockDataFolder(folder))();
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, birth: '1', place: thisPlace() }],
  ['a number that another process has now', { pid: process.pid, birth: `${birthOf(process.pid)}0`, place: thisPlace() }],
  ['somebody who wrote something else', {}],
])('the lock of %s is taken over', async (_what, holder) => {
  const folder = newFolder();
  leave(folder, holder);
  expect(() => refuseWhereLocked(folder)).not.toThrow();
  const release = await lockDataFolder(folder);
  expect(JSON.parse(readFileSync(path.join(folder, 'warroom.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  release();
});

test('the lock of another machine that fell silent is taken over', async () => {
  const folder = newFolder();
  leave(folder, { pid: 1, birth: '1', place: 'elsewhere' });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path.join(folder, 'warroom.lock'), longAgo, longAgo);
  (await lockDataFolder(folder))();
});

test('of many that want a stale lock at once one gets it', async () => {
  const folder = newFolder();
  leave(folder, { pid: 2 ** 22 + 1, birth: '1', place: thisPlace() });
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

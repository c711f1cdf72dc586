import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp, type RunningApp } from '@/e2e/fixtures/app';
import { appRoot } from '@/lib/app-root';
import { isAlive } from '@/lib/db/process-life';
import { childEnvironment } from '@/lib/env';

const PERSON = { name: 'Ada', email: 'ada@example.org', password: 'a long enough passphrase' };

let app: RunningApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.stop());

const ready = () =>
  fetch(`${app.url}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  );
const until = (status: number) => vi.waitFor(async () => expect(await ready()).toBe(status), { timeout: 20_000, interval: 50 });
const postmaster = () => Number(readFileSync(path.join(app.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

const setUp = () =>
  fetch(`${app.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: app.setupToken, ...PERSON }),
  });

test('it says one line, with the set-up link only while nobody has an account', async () => {
  expect(app.line).toBe(`Warroom: ${app.url} - data: ${app.dataFolder} - set up: ${app.url}/setup?token=${app.setupToken}`);
  expect((await setUp()).status).toBe(201);
  await app.end();
  await app.restart();
  expect(app.line).toBe(`Warroom: ${app.url} - data: ${app.dataFolder}`);
});

test('what it keeps is for its owner only', () => {
  for (const name of ['secret', 'postgres-password', 'warroom.lock']) {
    expect(statSync(path.join(app.dataFolder, name)).mode & 0o777).toBe(0o600);
  }
  expect(app.log()).not.toContain(readFileSync(path.join(app.dataFolder, 'secret'), 'utf8').trim());
});

test('SIGTERM ends it with 0, its database too', async () => {
  const pid = postmaster();
  expect(await app.end()).toBe(0);
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(path.join(app.dataFolder, 'warroom.lock'))).toBe(false);
});

test('it ends in order with the npm that started it', async () => {
  // Stands in for npm: starts it, says its number and waits to be killed.
  const program = path.join(appRoot, 'dist', 'server', 'main.js');
  const script = `const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(program)}], { stdio: ['ignore', 'inherit', 'inherit'] });
    process.stderr.write(child.pid + '\\n'); setInterval(() => undefined, 1000);`;
  await app.end();
  const env = childEnvironment({
    PORT: String(app.port),
    WARROOM_DATA: app.dataFolder,
    npm_lifecycle_event: 'start',
    LOG_LEVEL: 'silent',
  });
  const npm = spawn(process.execPath, ['-e', script], { cwd: appRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = await new Promise<number>((resolve) =>
    npm.stderr.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  await until(200);
  const database = postmaster();
  npm.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(pid), isAlive(database)]).toEqual([false, false]), { timeout: 20_000, interval: 50 });
  await app.restart();
});

test('SIGTERM lets a request that is under way finish', async () => {
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const body = JSON.stringify({ token: app.setupToken, ...PERSON });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), expect: '100-continue' };
    const sent = request(`${app.url}/api/v1/setup`, { method: 'POST', headers }, (response) => resolve(response.statusCode));
    sent.once('error', reject);
    // The server has the request and waits for its body: only now it is told to end, and only then gets the rest.
    sent.once('continue', () => {
      process.kill(app.pid, 'SIGTERM');
      void until(503).then(() => sent.end(body));
    });
    sent.flushHeaders();
  });
  expect(await answered).toBe(201);
  expect(await app.end()).toBe(0);
});

test('[R3] after kill -9 it adopts the database that runs on, and what was acknowledged is there', async () => {
  expect((await setUp()).status).toBe(201);
  const pid = postmaster();
  await app.kill();
  expect(isAlive(pid)).toBe(true);
  await app.restart();
  expect(postmaster()).toBe(pid);
  expect((await setUp()).status).toBe(409);
});

test('[R3] after kill -9 of everything it starts again', async () => {
  expect((await setUp()).status).toBe(201);
  process.kill(postmaster(), 'SIGKILL');
  await app.kill();
  await app.restart();
  expect((await setUp()).status).toBe(409);
});

test('a page that fails is in the log, without the address that was asked for', async () => {
  process.kill(postmaster(), 'SIGKILL');
  const address = `/setup?token=${app.setupToken}`;
  expect((await fetch(app.url + address)).status).toBe(500);
  await vi.waitFor(() => expect(app.log()).toMatch(/"route":"[^"]*\/setup","msg":"A page failed\."/), { timeout: 20_000 });
  expect(app.log()).not.toContain(app.setupToken);
  await until(200);
});

test('[R4] it outlives its database, says so, and brings it back', async () => {
  const [pid, own] = [postmaster(), app.pid];
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(postmaster()).not.toBe(pid), { timeout: 20_000, interval: 20 });
  await until(200);
  expect(app.pid).toBe(own);
  expect((await setUp()).status).toBe(201);
});

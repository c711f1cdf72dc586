import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startApp } from '@/e2e/fixtures/app';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';

const folder = mkdtempSync(path.join(tmpdir(), 'warroom-demo-'));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { code: number; out: string; err: string };

const demo = (): Promise<Ended> =>
  new Promise((resolve) => {
    const env = childEnvironment({ WARROOM_DATA: folder, DATABASE_URL: '' });
    const program = ['--import', 'tsx', 'lib/cli/demo.ts'];
    execFile(process.execPath, program, { cwd: appRoot, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

it('fills the embedded database of a new folder and prints how to sign in, and the second time refuses in one line', async () => {
  const first = await demo();
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/sofia@demo\.example +admin[\s\S]*\nPassword of each: [a-z2-9]{4}(?:-[a-z2-9]{4}){3}\n/);

  const second = await demo();
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.err).toMatch(
    /^The demo was not made: only an empty database is filled, .* Set WARROOM_DATA to a new folder.*\n$/,
  );
});

it('is what a Warroom shows that starts on it: the status page with its components, incidents, maintenance and notice', async () => {
  const app = await startApp({ WARROOM_DATA: folder });
  try {
    const page = async () => (await fetch(`${app.url}/status/`)).text();
    await expect.poll(page, { timeout: 20_000 }).toContain('Halden Goods');
    const shown = await page();
    for (const text of ['Storefront', 'Partner imports', 'Orders are slow or fail', 'Orders cannot be placed']) {
      expect(shown).toContain(text);
    }
    expect(shown).toMatch(/Our telephone is not staffed[\s\S]*Scheduled maintenance[\s\S]*Database upgrade/);
    expect(shown).not.toContain('Support console');
    expect((await fetch(`${app.url}/status/internal/`, { redirect: 'manual' })).status).not.toBe(200);
  } finally {
    await app.stop();
  }
});

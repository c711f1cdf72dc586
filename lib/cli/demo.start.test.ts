import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
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

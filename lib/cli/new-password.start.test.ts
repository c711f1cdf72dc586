import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '@/e2e/fixtures/app';
import { appRoot } from '@/lib/app-root';
import { childEnvironment } from '@/lib/env';

const EMAIL = 'ada@example.org';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
  const body = JSON.stringify({ token: app.setupToken, name: 'Ada', email: EMAIL, password: 'a long enough passphrase' });
  await fetch(`${app.url}/api/v1/setup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
});
afterAll(() => app.stop());

function newPassword(...addresses: string[]) {
  const program = path.join(appRoot, 'lib', 'cli', 'new-password.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', program, ...addresses], {
    cwd: appRoot,
    env: childEnvironment({ DATABASE_URL: '', WARROOM_DATA: app.dataFolder }),
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stdout, complained: run.stderr };
}

test('the server gives a new password, beside the running application and without it, and refuses in one line', async () => {
  const given = { code: 0, said: expect.stringMatching(/^The new password of ada@example\.org: \S{19}\n/), complained: '' };
  expect(newPassword(EMAIL)).toEqual(given);
  expect(newPassword('bo@example.org')).toEqual({
    ...{ code: 1, said: '' },
    complained: 'No password was changed: Nobody here has the address bo@example.org.\n',
  });
  expect(newPassword()).toMatchObject({
    code: 1,
    complained: expect.stringContaining('npm run new-password -- ana@example.org'),
  });
  await app.end();
  expect(newPassword(EMAIL)).toEqual(given);
});

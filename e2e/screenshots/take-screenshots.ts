import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';
import { startApp } from '../fixtures/app';
import { takeDemo, takeSetUp } from './shots';
import { openStudio } from './studio';

/** Fills the database of the running application with the demo; answers the password of its accounts. */
function fillDemo(dataFolder: string): string {
  const env = { ...process.env, WARROOM_DATA: dataFolder, DATABASE_URL: '' };
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli/demo.ts'], { cwd: appRoot, env, encoding: 'utf8' });
  const password = /Password of each: (\S+)/.exec(out)?.[1];
  if (password === undefined) throw new Error(`The demo said no password: ${out}`);
  return password;
}

async function main(): Promise<void> {
  mkdirSync(path.join(appRoot, 'docs', 'images'), { recursive: true });
  const app = await startApp();
  try {
    const before = await openStudio({ url: app.url, password: '' });
    await takeSetUp(await before.open(), app.setupToken).finally(() => before.close());
    const studio = await openStudio({ url: app.url, password: fillDemo(app.dataFolder) });
    await takeDemo(studio).finally(() => studio.close());
  } finally {
    await app.stop();
  }
}

await main();

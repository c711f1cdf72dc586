import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Plain JavaScript, so that the server itself runs without a loader for TypeScript.
const build = fileURLToPath(new URL('build.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', build, '--before-start'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
await import(new URL('../../dist/server/main.js', import.meta.url).href);

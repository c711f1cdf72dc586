import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';

/** Every file that a page needs before anything of it lives; what is only imported when it is wanted is none. */
async function firstPartOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [path.join(appRoot, entry)],
    absWorkingDir: appRoot,
    ...{ bundle: true, write: false, metafile: true, splitting: true, format: 'esm', outdir: 'unused', jsx: 'automatic' },
    external: ['react', 'react-dom', 'react/jsx-runtime', 'next/*'],
  });
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { path: imported, kind } of metafile.inputs[file]?.imports ?? []) {
      if (kind === 'import-statement') reached.add(imported);
    }
  }
  return [...reached];
}

const BEHIND = [
  /\/node_modules\/zod\//,
  /^node_modules\/(?:zod|@tanstack|idb|uuidv7)\//,
  /^next\/link$/,
  /^lib\/core\/incident\/(?:commands\/|decide|registry|slash)/,
  /^lib\/client\/(?:actions\/(?:acting|entry|hypothesis|room|update|brief)|outbox\.ts|offers|redraw|prepare-command)/,
  /^components\/room\/(?:board|side|dialogs|palette|composer|updates)\//,
];

const tooEarly = (files: string[]) => files.filter((file) => BEHIND.some((pattern) => pattern.test(file)));

test('the first part of the room holds neither its rules nor what is pressed in it', async () => {
  const files = await firstPartOf('components/room/room.tsx');
  expect(files).toContain('components/room/log/log-line.tsx');
  expect(tooEarly(files)).toEqual([]);
});

test('nor does the frame of every page', async () => {
  for (const entry of ['components/shell/app-shell.tsx', 'components/shell/later.ts', 'components/shell/page-error.tsx']) {
    expect(tooEarly(await firstPartOf(entry))).toEqual([]);
  }
});

test('what comes behind is seen as such', async () => {
  expect(tooEarly(await firstPartOf('components/room/parts.ts'))).toContain('lib/core/incident/decide.ts');
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';

test('the build holds no server action', () => {
  const manifest = path.join(appRoot, '.next', 'server', 'server-reference-manifest.json');
  const { node, edge } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<'node' | 'edge', object>;
  expect([node, edge]).toEqual([{}, {}]);
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';
import { filesWith, houseFiles } from './house-files';

const everywhere = houseFiles(['app', 'components', 'lib', 'e2e', 'bench'], /\.(?:tsx?|mjs|css)$/);
const isTest = (file: string) => /\.(?:test|spec)\.tsx?$|\/testing\/|^(?:e2e|bench|checks)\//.test(file);
const product = everywhere.filter(({ path: file }) => !isTest(file));
const linesOf = (text: string) => text.trimEnd().split('\n').length;

test('no file is longer than 400 lines', () => {
  expect(everywhere.filter(({ text }) => linesOf(text) > 400).map(({ path: file }) => file)).toEqual([]);
});

test('half of the files are no longer than 100 lines, nine of ten no longer than 250', () => {
  const lengths = product.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;
  expect(at(0.5)).toBeLessThanOrEqual(100);
  expect(at(0.9)).toBeLessThanOrEqual(250);
});

test('there is no any outside of tests', () => {
  const any = /(?::|as|<|,)\s*any\b(?=\s*(?:[;,)=>[\]|&{]|$))/m;
  expect(filesWith(product, any)).toEqual([]);
});

test('only lib/env.ts reads the environment', () => {
  // next-auth takes its own address from a variable and from nowhere else; the checks look for a browser.
  const readers = ['lib/env.ts', 'lib/auth/next-auth-fetch.ts', 'lib/checks/find-chromium.ts'];
  expect(filesWith(product, /process\.env\b/, readers)).toEqual([]);
});

test('there are no server actions and nothing decides about access ahead of a handler', () => {
  expect(filesWith(product, /^\s*['"]use server['"]/m)).toEqual([]);
  const ahead = ['proxy', 'middleware'].flatMap((name) => [`${name}.ts`, `${name}.js`, `app/${name}.ts`]);
  expect(ahead.filter((file) => existsSync(path.join(appRoot, file)))).toEqual([]);
});

test('no SQL is put together past its parameters', () => {
  expect(filesWith(product, /\$(?:query|execute)RawUnsafe\b/)).toEqual([]);
});

test('what the browser loads takes the small zod', () => {
  const loaded = product.filter(({ path: file }) => /^(?:components|lib\/(?:core|contracts|client))\//.test(file));
  expect(filesWith(loaded, /from 'zod'/)).toEqual([]);
});

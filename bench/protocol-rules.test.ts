import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { appRoot } from '@/lib/app-root';

const read = (file: string) => readFileSync(path.join(appRoot, file), 'utf8');
const page = read('docs/protocol.md');

/** Each rule with the tests that the page names for it. */
const rules = [...page.matchAll(/^- \*\*(\[[WSO]\d\])\*\*([^]*?)(?=^- |^$|^#)/gm)].map(([, id = '', text = '']) => ({
  id,
  tests: [...text.matchAll(/`((?:lib|e2e|bench)\/[^`]+)`/g)].map(([, file = '']) => file),
}));

it('the page has every rule', () => {
  const wanted = [...Array.from({ length: 6 }, (_, n) => `[W${n + 1}]`), ...Array.from({ length: 7 }, (_, n) => `[S${n + 1}]`)];
  expect(rules.map(({ id }) => id)).toEqual([...wanted, ...Array.from({ length: 5 }, (_, n) => `[O${n + 1}]`)]);
});

it.each(rules)('$id is carried by every test that the page names', ({ id, tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((file) => !existsSync(path.join(appRoot, file)) || !read(file).includes(id))).toEqual([]);
});

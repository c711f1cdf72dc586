import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { appRoot } from '@/lib/app-root';
import { houseFiles } from './house-files';

const documents = [...houseFiles(['docs'], /\.md$/), ...houseFiles(['.'], /^README\.md$/)];

const ROOMS = 'app|bench|checks|components|docs|e2e|lib|prisma|public';
const FILE = new RegExp('`((?:' + ROOMS + ')/[\\w()[\\]./@-]+|[\\w.-]+\\.(?:json|cjs|js|toml))`', 'g');
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

function named({ path: document, text }: { path: string; text: string }): string[] {
  const files = [...text.matchAll(FILE)].map(([, file = '']) => file);
  const links = [...text.matchAll(LINK)].map(([, link = '']) => path.posix.join(path.posix.dirname(document), link));
  return [...files, ...links];
}

test('a document that names a file names one that exists', () => {
  const wrong = documents.flatMap((one) =>
    named(one)
      .filter((file) => !existsSync(path.join(appRoot, file)))
      .map((file) => `${one.path}: ${file}`),
  );
  expect(wrong).toEqual([]);
});

test('there are documents to look at', () => {
  expect(documents.map((one) => one.path)).toEqual(expect.arrayContaining(['README.md', 'docs/ARCHITECTURE.md']));
});

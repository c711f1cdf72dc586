import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { appRoot } from '@/lib/app-root';

const read = (name: string) => readFileSync(path.join(appRoot, 'lib/publish/assets', name), 'utf8');

const withoutSpace = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{}:;,>])\s*/g, '$1')
    .replaceAll(';}', '}')
    .trim();

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Stands in every page, so that a reader on a slow line needs one request. */
export const STYLE = withoutSpace(read('status.css'));
export const SCRIPT = read('status.js')
  .replace(/^\s*(?:\/\/.*)?\n/gm, '')
  .replace(/^\s+/gm, '');
export const ICON = read('icon.svg').trim();

/** Nothing but our own style and script, known by their hashes. Stands in each page too, for other web servers. */
export const PAGE_POLICY = [
  `default-src 'none'`,
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

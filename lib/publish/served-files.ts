import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { PAGE_POLICY } from './assets';
import type { Files } from './render-site';

type Body = { bytes: Buffer; headers: readonly string[] };

/** A file with every answer to it made in advance. */
export type ServedFile = { text: string; etag: string; plain: Body; packed: Body; unchanged: readonly string[] };
export type ServedFiles = ReadonlyMap<string, ServedFile>;

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml',
};
const SVG_POLICY = `default-src 'none'; sandbox`;
const AT_ONCE = 8;

const endingOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

/** The type of a file by its name. */
export const typeOf = (path: string): string => TYPES[endingOf(path)] ?? 'application/octet-stream';

/** What a page says of itself in its headers besides what every answer says. */
export const pageHeaders = (): [string, string][] => [
  ['Content-Type', typeOf('index.html')],
  ['Content-Security-Policy', `${PAGE_POLICY}; frame-ancestors 'none'`],
];

function ownHeaders(path: string): [string, string][] {
  const type = typeOf(path);
  if (type.startsWith('text/html')) return [...pageHeaders(), ['Cross-Origin-Resource-Policy', 'same-origin']];
  const policy: [string, string][] = type === TYPES.svg ? [['Content-Security-Policy', SVG_POLICY]] : [];
  // Data is for everybody's programs and pages.
  return [
    ['Content-Type', type],
    ...policy,
    ['Access-Control-Allow-Origin', '*'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ];
}

async function served(path: string, text: string, fixed: readonly [string, string][]): Promise<ServedFile> {
  const bytes = Buffer.from(text);
  const packed = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const common = [
    ...[...fixed, ...ownHeaders(path)]
      .filter(([name], index, all) => all.findLastIndex(([other]) => other === name) === index)
      .flat(),
    ...['Cache-Control', 'public, max-age=0, s-maxage=10, stale-if-error=86400', 'Vary', 'Accept-Encoding'],
  ];
  const body = (content: Buffer, etag: string, more: string[]): Body => ({
    bytes: content,
    headers: [...common, ...more, 'ETag', etag, 'Content-Length', String(content.length)],
  });
  return {
    ...{ text, etag: hash, unchanged: [...common, 'ETag', `"${hash}"`] },
    plain: body(bytes, `"${hash}"`, []),
    packed: body(packed, `"${hash}-gz"`, ['Content-Encoding', 'gzip']),
  };
}

/** Prepares files to be served, those anew that are not as before. `fixed`: headers that every answer carries. */
export async function servedFiles(files: Files, fixed: readonly [string, string][], before: ServedFiles): Promise<ServedFiles> {
  const result = new Map<string, ServedFile>();
  const waiting = [...files];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, text] = next;
      const known = before.get(path);
      result.set(path, known?.text === text ? known : await served(path, text, fixed));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}

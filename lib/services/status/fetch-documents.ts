import { IMPORT_MAX_BYTES, type ImportSource } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import type { ReadAddress } from './read-address';

const V2 = ['summary', 'components', 'incidents', 'scheduled-maintenances'].map((name) => `/api/v2/${name}.json`);
const CACHET = ['components/groups', 'components', 'incidents', 'schedules'].map((name) => `/api/v1/${name}?per_page=100`);
const CACHET_3 = ['component-groups', 'components', 'incidents?include=updates', 'schedules'].map((name) => `/api/${name}`);

// Pages of one hundred: more than a thousand incidents come as a file.
const PAGES_MAX = 10;

const refused = (message: string, cause?: unknown) =>
  new ServiceError('invalid', message, { cause, issues: [{ path: 'address', message }] });

type Read = (path: string) => Promise<unknown>;

function reader(readAddress: ReadAddress, address: string): Read {
  let left = IMPORT_MAX_BYTES;
  return async (path) => {
    const url = new URL(path, address);
    const { status, text, isCut } = await readAddress(url.href).catch((cause: unknown) => {
      throw refused(`${url.host} was not read: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    });
    left -= text.length;
    if (isCut || left < 0) throw refused('This page tells more than fits here. Import it from files instead.');
    if (status !== 200) return null;
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
}

const known = (documents: unknown[]) => documents.filter((one) => one !== null);

const pagesOf = (document: unknown): number =>
  Number((document as { meta?: { pagination?: { total_pages?: unknown } } } | null)?.meta?.pagination?.total_pages ?? 1) || 1;

async function readPages(read: Read, path: string): Promise<unknown[]> {
  const first = await read(path);
  const documents = [first];
  for (let page = 2; page <= Math.min(pagesOf(first), PAGES_MAX); page += 1) documents.push(await read(`${path}&page=${page}`));
  return documents;
}

async function inTurn(paths: readonly string[], read: (path: string) => Promise<unknown[]>): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const path of paths) documents.push(...(await read(path)));
  return known(documents);
}

function readUptimeKumaPage(read: Read, address: string): Promise<unknown[]> {
  const slug = /^\/status\/([\w-]{1,80})\/?$/.exec(new URL(address).pathname)?.[1] ?? 'default';
  return inTurn([`/api/status-page/${slug}`, `/api/status-page/heartbeat/${slug}`], async (path) => [await read(path)]);
}

/** Reads a public page of another product over its API. Throws `invalid`, in words, where it cannot be had. */
export async function fetchDocuments(readAddress: ReadAddress | null, source: ImportSource, address: string): Promise<unknown[]> {
  if (!readAddress) throw refused('This installation calls no addresses outside. Import the page from files instead.');
  const read = reader(readAddress, address);
  if (source === 'uptime-kuma') return readUptimeKumaPage(read, address);
  if (source === 'statuspage') return inTurn(V2, async (path) => [await read(path)]);
  const older = await inTurn(CACHET, (path) => readPages(read, path));
  return older.length > 0 ? older : inTurn(CACHET_3, async (path) => [await read(path)]);
}

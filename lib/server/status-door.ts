import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '@/lib/auth/caller';
import { pageHeaders, type ServedFile } from '@/lib/publish/served-files';
import type { StandingSite } from '@/lib/publish/standing-site';
import { isServiceError } from '@/lib/services/errors';

/** The variant for signed-in staff, made for each request. */
export type InternalPages = {
  callerFrom: (headers: Headers) => Promise<Caller | null>;
  render: (path: string) => Promise<string | null>;
};

const INTERNAL = '/status/internal';
const STATUS = /^\/status(?:\/|$)|^\/api\/v2\//;

/** Whether this is a path of the status page. */
export const isStatusPath = (path: string): boolean => STATUS.test(path);

const fileOf = (path: string): string => {
  const name = path.startsWith('/status/') ? path.slice('/status/'.length) : path.slice(1);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
};

function plainly(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers });
  response.end(`${text}\n`);
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.includes(`"${etag}"`) || header.includes(`"${etag}-gz"`);
}

const takesGzip = (header: string | undefined) =>
  header !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(header);

function answerFile(request: IncomingMessage, response: ServerResponse, file: ServedFile): void {
  const { headers, method } = request;
  if (isKnown(headers['if-none-match'], file.etag)) {
    response.writeHead(304, file.unchanged as string[]).end();
    return;
  }
  const body = takesGzip(headers['accept-encoding'] as string | undefined) ? file.packed : file.plain;
  response.writeHead(200, body.headers as string[]);
  response.end(method === 'HEAD' ? undefined : body.bytes);
}

async function answerInternal(request: IncomingMessage, response: ServerResponse, path: string, pages: InternalPages | null) {
  response.setHeader('Cache-Control', 'private, no-store');
  if (path === INTERNAL) return plainly(response, 302, 'See /status/internal/', { Location: `${INTERNAL}/` });
  if (!pages) return plainly(response, 503, 'Warroom is starting. Try again in a moment.', { 'Retry-After': '1' });
  const given = new Headers();
  for (const name of ['authorization', 'cookie'] as const) if (request.headers[name]) given.set(name, request.headers[name]);
  const caller = await pages.callerFrom(given);
  if (!caller) return plainly(response, 302, 'Sign in first.', { Location: `/sign-in?next=${encodeURIComponent(path)}` });
  const page = await pages.render(fileOf(`/status/${path.slice(INTERNAL.length + 1)}`));
  if (page === null) return plainly(response, 404, 'There is no such page.');
  for (const [name, value] of pageHeaders()) response.setHeader(name, value);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : page);
}

/**
 * Answers for the status page ahead of everything else: what was published stands in memory, so neither database nor pages
 * are needed. Cookies are read for the internal variant only, which comes when there is one.
 */
export function createStatusDoor({ site, headers }: { site: StandingSite; headers: Record<string, string> }) {
  let internal: InternalPages | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainly(response, 405, 'The status page is only read.', { ...headers, Allow: 'GET, HEAD' });
    }
    const file = site.file(fileOf(path));
    if (file && path !== '/status') return answerFile(request, response, file);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (path === '/status')
      return plainly(response, 301, 'See /status/', { Location: '/status/', 'Cache-Control': 'public, max-age=60' });
    if (path === INTERNAL || path.startsWith(`${INTERNAL}/`)) {
      return answerInternal(request, response, path, internal).catch((error: unknown) => {
        if (!isServiceError(error) || error.code !== 'unavailable') throw error;
        plainly(response, 503, error.message, { 'Retry-After': '2' });
      });
    }
    if (site.hash() === '')
      return plainly(response, 503, 'Nothing was published yet. Try again in a moment.', { 'Retry-After': '1' });
    return plainly(response, 404, 'There is no such page.', { 'Access-Control-Allow-Origin': '*' });
  }

  return {
    answer,
    openInternal: (pages: InternalPages) => void (internal = pages),
  };
}

export type StatusDoor = ReturnType<typeof createStatusDoor>;

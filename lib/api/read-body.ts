import { ServiceError } from '@/lib/services/errors';
import type { ApiContext } from './api-env';

export const JSON_MAX_BYTES = 256 * 1024;
/** For commands: a paste of up to 200,000 characters may need more bytes than it has characters. */
export const COMMAND_MAX_BYTES = 1024 * 1024;

export const mediaTypeOf = (c: ApiContext): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The bytes of a body, refused as soon as they are more than `maxBytes`. Node cuts a body to its Content-Length, so one that says it is small is read in one go. */
export async function readBytes(c: ApiContext, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new ServiceError('too_large', `This request is larger than ${maxBytes / 1024} KiB. Attach long output as evidence.`);
  const said = c.req.header('content-length');
  if (Number(said ?? 0) > maxBytes) throw tooLarge();
  if (said !== undefined) return new Uint8Array(await c.req.raw.arrayBuffer());
  const body = c.req.raw.body;
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A body as text, which must be UTF-8. */
export async function readText(c: ApiContext, maxBytes: number): Promise<string> {
  const bytes = await readBytes(c, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ServiceError('invalid', 'The body is not valid UTF-8.', { cause });
  }
}

const DEEPEST = 32;

/** Whether a value is nested deeper than anything we take: what walks it must not run out of stack. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('invalid', 'The body is no JSON.', { cause });
  }
}

/** A body as JSON; an empty one is `{}`. */
export async function readJson(c: ApiContext, maxBytes = JSON_MAX_BYTES): Promise<unknown> {
  const text = await readText(c, maxBytes);
  if (text.trim() === '') return {};
  if (mediaTypeOf(c) !== 'application/json') {
    throw new ServiceError('unsupported', 'Send JSON, with the header Content-Type: application/json.');
  }
  const value = parseJson(text);
  if (isTooDeep(value)) throw new ServiceError('invalid', `This is nested deeper than ${DEEPEST} levels. Send it flatter.`);
  return value;
}

/** A body that must be a JSON object. */
export async function readObject(c: ApiContext, maxBytes?: number): Promise<Record<string, unknown>> {
  const value = await readJson(c, maxBytes);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ServiceError('invalid', 'Send a JSON object.');
}

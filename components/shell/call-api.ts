import type { Problem } from '@/lib/contracts/problem';
import { learnTime } from './device-clock';

/** An answer, or why there is none in words for the person; `problem` is null when nobody answered. */
export type ApiAnswer<T> = { ok: true; value: T } | { ok: false; message: string; problem: Problem | null };

type Options = { body?: unknown; signal?: AbortSignal };

const NO_ANSWER = 'Warroom does not answer. Check the connection and try again.';
const NOT_OURS = 'Something between here and Warroom answered in its place. Reload the page and look whether this was done.';

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? response.json() : undefined;
}

/** Asks our own HTTP API with the cookie. Never throws. */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { body, signal }: Options = {},
): Promise<ApiAnswer<T>> {
  try {
    const sent: RequestInit =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const askedAtMs = Date.now();
    const response = await fetch(path, { ...sent, method, cache: 'no-store', signal: signal ?? AbortSignal.timeout(20_000) });
    learnTime(response.headers.get('date'), askedAtMs);
    const value = await read(response);
    if (response.ok && value !== undefined) return { ok: true, value: value as T };
    return isProblem(value)
      ? { ok: false, message: value.detail, problem: value }
      : { ok: false, message: NOT_OURS, problem: null };
  } catch {
    return { ok: false, message: NO_ANSWER, problem: null };
  }
}

/** What is wrong with one field, when the answer says so. */
export function issueOf(answer: ApiAnswer<unknown> | null, field: string): string | null {
  if (answer === null || answer.ok) return null;
  return answer.problem?.issues?.find((issue) => issue.path === field)?.message ?? null;
}

/** What is wrong apart from the fields that say it themselves. */
export function messageBeside(answer: ApiAnswer<unknown> | null, fields: readonly string[]): string | null {
  if (answer === null || answer.ok) return null;
  return fields.some((field) => issueOf(answer, field)) ? null : answer.message;
}

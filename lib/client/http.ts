import type { Problem } from '@/lib/contracts/problem';

/** What came of a request: an answer, a refusal of the server, or no word from it at all. */
export type Reply<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'problem'; problem: Problem; retryAfterMs: number | null }
  /** Nobody answered, or somebody in between did. */
  | { kind: 'silence'; status: number | null; retryAfterMs: number | null };

type Request = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: BodyInit; timeoutMs?: number };

// Asking again is harmless, and a connection that died in silence would be waited for in vain.
const TIMEOUT_MS = 8000;

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'status' in value;

function retryAfterOf(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** Asks the HTTP API of our own origin, with the cookie. Never throws. */
export async function ask<T>(path: string, { timeoutMs = TIMEOUT_MS, ...request }: Request = {}): Promise<Reply<T>> {
  try {
    const response = await fetch(path, {
      ...request,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfterMs = retryAfterOf(response.headers);
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    if (!isJson) return { kind: 'silence', status: response.status, retryAfterMs };
    const value: unknown = await response.json();
    if (response.ok) return { kind: 'ok', value: value as T };
    if (isProblem(value)) return { kind: 'problem', problem: value, retryAfterMs };
    return { kind: 'silence', status: response.status, retryAfterMs };
  } catch {
    return { kind: 'silence', status: null, retryAfterMs: null };
  }
}

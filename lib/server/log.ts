import { pino, type Logger } from 'pino';
import { reasonOf } from '@/lib/startup-error';

export type Log = Logger;

/** Errors with their causes and without what they carry along: an error of a query holds its parameters. */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: reasonOf(error) };
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  return { type: name, message, code, stack, ...(cause === undefined ? {} : { cause: errorOf(cause) }) };
}

/** JSON lines on standard error. Requests are logged by path, never with headers, query or body. */
export function createLog(level: string): Log {
  const redact = ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'password', 'token', 'secret'];
  return pino(
    { level, base: null, serializers: { err: errorOf, error: errorOf }, redact },
    pino.destination({ dest: 2, sync: true }),
  );
}

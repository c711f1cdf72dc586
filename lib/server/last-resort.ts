import type { Log } from './log';

// Code that works for one connection: what it throws ends that connection and says nothing about the rest.
const ONE_CONNECTION = /node:(?:net|_http|internal\/streams|_tls)|[/\\](?:engine\.io|socket\.io|socket\.io-parser|ws)[/\\]/;
const NETWORK_CODES = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ENOTCONN', 'ERR_STREAM_DESTROYED']);

/** Whether the process may go on after an exception that nobody caught. */
export function mayGoOn(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' && NETWORK_CODES.has(code)) || ONE_CONNECTION.test(error.stack ?? '');
}

/** Logs what nobody caught. Goes on where one connection or one promise failed; otherwise asks for an orderly end. */
export function installLastResort(log: Log, end: () => void): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A promise failed and nobody was told.'));
  process.on('uncaughtException', (error) => {
    if (mayGoOn(error)) return log.error({ err: error }, 'A connection failed and nobody was told.');
    log.fatal({ err: error }, 'Something failed in an unknown state. Ending in order; start Warroom again.');
    end();
  });
}

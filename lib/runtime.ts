import type { Caller } from '@/lib/auth/caller';
import type { Services } from '@/lib/services/services';

/**
 * What the composition root built, for pages and route handlers: they live in a module graph of their own, where a second
 * set of services would be a second queue, cache and pool.
 */
export type Runtime = {
  services: Services;
  /** Who sends a request with these headers; null for nobody. */
  callerFrom: (headers: Headers) => Promise<Caller | null>;
  epoch: string;
  publicUrl: string;
  /** How the button to the identity provider is called; null where there is none. */
  oidcName: string | null;
  clock: () => Date;
  /** Puts a page that failed into the log. */
  pageFailed: (error: unknown, route: string) => void;
};

const SLOT = Symbol.for('warroom.runtime');

type Slotted = { [SLOT]?: Runtime };

export function installRuntime(runtime: Runtime): void {
  (globalThis as Slotted)[SLOT] = runtime;
}

/** The runtime of this process. Throws where the server was started without the composition root. */
export function runtime(): Runtime {
  const found = (globalThis as Slotted)[SLOT];
  if (found) return found;
  throw new Error('Warroom was started without its server. Use npm start or npm run dev.');
}

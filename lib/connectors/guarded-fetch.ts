import { lookup as lookUp, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, request, type Dispatcher } from 'undici';
import type { AllowedTargets } from './allowed-targets';
import { checkAddresses, checkLiteral, readTarget } from './check-target';

export type GuardedRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
};
export type GuardedAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The first `maxBytes` of it. */
  text: string;
  /** There was more than that. */
  isCut: boolean;
};

/** Calls an address outside. Throws TargetRefused for one that is not called, any other error where nobody answered in time. */
export type GuardedFetch = (url: string, sent: GuardedRequest) => Promise<GuardedAnswer>;

type Resolve = (name: string, told: (error: Error | null, addresses: LookupAddress[]) => void) => void;
type Options = {
  allowed: AllowedTargets;
  timeoutMs?: number;
  maxBytes?: number;
  /** For tests: the name server. */ resolve?: Resolve;
};

const system: Resolve = (name, told) => lookUp(name, { all: true }, told);

/** Looks a name up and lets the connection have its addresses only if every one of them may be called. */
function guardedLookup(port: string, allowed: AllowedTargets, resolve: Resolve): LookupFunction {
  return (name, options, told) =>
    resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return told(error ?? new Error(`There is no address for ${name}.`), '', 0);
      try {
        const found = addresses.map(({ address }) => address);
        checkAddresses(name, found, port, allowed);
      } catch (refused) {
        return told(refused as Error, '', 0);
      }
      if (options.all) told(null, addresses);
      else told(null, first.address, first.family);
    });
}

/** Connections checked where they are opened: whatever a name said before, what counts is where this one goes. */
function guardedConnector({ allowed, timeoutMs, resolve = system }: Options): buildConnector.connector {
  return (options, told) => {
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    try {
      checkLiteral(options.hostname, port, allowed);
    } catch (refused) {
      return told(refused as Error, null);
    }
    const lookup = guardedLookup(port, allowed, resolve);
    return buildConnector({ timeout: timeoutMs, lookup } as buildConnector.BuildOptions)(options, told);
  };
}

async function readSome(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Pick<GuardedAnswer, 'text' | 'isCut'>> {
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    // Leaving the loop ends the connection: nobody keeps us reading.
    if (left < 0) break;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), isCut: left < 0 };
}

/**
 * HTTP that cannot be turned against the inside: no address that is not public, checked at each connection, unless it is
 * allowed; ports 80 and 443; no redirects; 5 seconds; 64 kB of the answer.
 */
export function createGuardedFetch(options: Options): GuardedFetch {
  const { allowed, timeoutMs = 5_000, maxBytes = 64 * 1024 } = options;
  // Without pipelining a connection serves one request: none is kept open for a name that leads elsewhere by then.
  const dispatcher = new Agent({ connect: guardedConnector({ ...options, timeoutMs }), pipelining: 0, maxHeaderSize: 16_384 });
  return async (address, { method, headers = {}, body, signal }) => {
    const url = readTarget(address, allowed);
    const timeout = AbortSignal.timeout(timeoutMs);
    const answer = await request(url, {
      ...{ method, headers: { 'user-agent': 'Warroom', ...headers }, body, dispatcher },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { status: answer.statusCode, headers: answer.headers, ...(await readSome(answer.body, maxBytes)) };
  };
}

import { createServer, type Server } from 'node:http';
import type { LookupAddress } from 'node:dns';
import type { AddressInfo } from 'node:net';
import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { createGuardedFetch, type GuardedFetch } from '@/lib/connectors/guarded-fetch';
import { mustBe, told, type Figure, type Row } from './lib/figure';
import { INSIDE_NAMES, insideForms, LOOPBACK_FORMS } from './lib/inside-forms';

export type Outgoing = {
  forms: number;
  /** Forms that were answered, or failed for another reason than that they lead inside. */
  notRefused: string[];
  /** Connections that a server inside saw. */
  reached: number;
  /** The same, of the forms that name this machine, with everything allowed: they do lead there. */
  control: number;
  rebinding: { first: number; second: string };
  redirects: { status: number; hops: number };
};

/** A stand-in for the outside: the one address of this machine that is allowed. */
const OUTSIDE = '127.0.0.2';

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const known = new Map(INSIDE_NAMES);
/** A name server that says what the names of the test lead to, and whatever `also` says. */
const names =
  (also: (name: string) => string[] | undefined = () => undefined) =>
  (name: string, tell: (error: Error | null, addresses: LookupAddress[]) => void): void => {
    const found = also(name) ?? known.get(name);
    if (!found) return tell(new Error(`no such name ${name}`), []);
    tell(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

const reasonOf = (fetch: GuardedFetch, url: string): Promise<string> =>
  fetch(url, { method: 'POST', body: '{}' }).then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );

const isRefusal = (reason: string) => /^TargetRefused: .*leads inside of the network/.test(reason);

/** Tries every form of address, a name that changes its mind, and a chain of redirects against a server inside. */
export async function measureOutgoing(): Promise<Outgoing> {
  let reached = 0;
  const canary = createServer((_request, response) => void response.end('inside'));
  canary.on('connection', () => (reached += 1));
  const port = await listen(canary, '127.0.0.1');
  let hops = 0;
  const redirector = createServer((_request, response) => {
    hops += 1;
    response.writeHead(302, { location: hops < 3 ? '/again' : `http://127.0.0.1:${port}/` }).end();
  });
  const outsidePort = await listen(redirector, OUTSIDE);
  try {
    const guarded = createGuardedFetch({ allowed: allowedTargets(''), resolve: names(), timeoutMs: 2_000 });
    const notRefused: string[] = [];
    const forms = insideForms(port);
    for (const form of forms) {
      const reason = await reasonOf(guarded, form);
      if (!isRefusal(reason)) notRefused.push(`${form} -> ${reason}`);
    }
    const other = createGuardedFetch({ allowed: allowedTargets(`${OUTSIDE}/32`), resolve: names(), timeoutMs: 2_000 });
    const { status } = await other(`http://${OUTSIDE}:${outsidePort}/`, { method: 'GET' });
    const redirectHops = hops;
    let asked = 0;
    const fickle = createGuardedFetch({
      allowed: allowedTargets(`${OUTSIDE}/32`),
      resolve: names((name) => (name === 'fickle.example' ? [(asked += 1) === 1 ? OUTSIDE : '127.0.0.1'] : undefined)),
      timeoutMs: 2_000,
    });
    // The port of the canary is the one that would be reached the second time.
    const first = await fickle(`http://fickle.example:${outsidePort}/`, { method: 'GET' });
    const second = await reasonOf(fickle, `http://fickle.example:${port}/`);
    const reachedByGuarded = reached;
    const open = createGuardedFetch({ allowed: allowedTargets('0.0.0.0/0, ::/0'), resolve: names(), timeoutMs: 2_000 });
    for (const form of LOOPBACK_FORMS(port)) await reasonOf(open, form);
    return {
      ...{ forms: forms.length, notRefused, reached: reachedByGuarded, control: reached - reachedByGuarded },
      rebinding: { first: first.status, second },
      redirects: { status, hops: redirectHops },
    };
  } finally {
    for (const server of [canary, redirector]) {
      server.closeAllConnections();
      server.close();
    }
  }
}

async function run(): Promise<Row[]> {
  const found = await measureOutgoing();
  return [
    told('forms of address that lead inside', String(found.forms)),
    mustBe('of them not refused', found.notRefused.length, 0, found.notRefused.join('; ') || undefined),
    mustBe('redirects followed', found.redirects.hops - 1, 0),
    mustBe('rebinding: let through the second time', isRefusal(found.rebinding.second) ? 0 : 1, 0, found.rebinding.second),
    mustBe('connections that the server inside saw', found.reached, 0),
    told('the same forms reach it with everything allowed', `${found.control} connections`),
  ];
}

export const s4Outgoing: Figure = { name: 'S4', title: 'Calls to the outside cannot be turned against the inside', run };

import { uuidv7 } from 'uuidv7';
import { createCallerFrom } from '@/lib/auth/caller-from';
import type { Caller } from '@/lib/auth/caller';
import { sessionCookie, setSessionCookie } from '@/lib/auth/session-cookie';
import type { CommandAnswer } from '@/lib/contracts/room';
import type { GlobalRole } from '@/lib/core/incident/state';
import type { Database } from '@/lib/db/database';
import { TELLS_NOBODY } from '@/lib/services/notifications/notice-deps';
import { createServices, type ServicesDeps } from '@/lib/services/services';
import { createApi, type Api } from '../app';

export const ORIGIN = 'http://warroom.example';
export const SETUP_TOKEN = 'the one-time token of these tests';
export const SECRET = 'a secret for tests';

/** Somebody who sends requests: who it is, and what the requests carry to show it. */
export type Who = { userId: string; name: string; caller: Caller | null; headers: Record<string, string> };

export const NOBODY: Who = { userId: '', name: 'nobody', caller: null, headers: {} };

export type Answer<T> = { status: number; headers: Headers; text: string; json: T };
type Sent = { body?: unknown; raw?: BodyInit; headers?: Record<string, string> };

// Hashing costs 15 ms by design; what is tested here is not the hash.
const passwords = {
  hash: async (password: string) => `plain ${password}`,
  verify: async (stored: string | null, password: string) => stored === `plain ${password}`,
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The whole HTTP API over a real database, with real sessions and tokens, called without a network. */
export function apiOver(db: Database, overrides: Partial<ServicesDeps> = {}) {
  const failures: unknown[] = [];
  const listeners = new Set<ServicesDeps['published']>();
  const clock = overrides.clock ?? (() => new Date());
  const telling = { ...TELLS_NOBODY, publicUrl: ORIGIN, pushKey: 'the public key of these tests' };
  const services = createServices({
    telling,
    ...{ pool: db.pool, prisma: db.prisma, epoch: db.epoch, clock, hasWebhook: false },
    ...{ secret: SECRET, setupToken: SETUP_TOKEN, published: (message) => listeners.forEach((tell) => tell(message)), passwords },
    outside: { publicUrl: ORIGIN, hasMail: true, whyNotCalled: () => null, queued: () => undefined },
    ...{ publicUrl: ORIGIN, dataFolder: '/nowhere/data' },
    ...overrides,
  });
  const callerFrom = createCallerFrom({ people: services.people, secret: SECRET, secureCookies: false });
  const api: Api = createApi({
    ...{ services, callerFrom, allowedOrigins: [ORIGIN], publicUrl: ORIGIN, clock, isReady: async () => true },
    setSessionCookie: (sessionId) => setSessionCookie(sessionId, { secret: SECRET, secure: false }),
    addressOf: () => '192.0.2.1',
    logError: (error) => failures.push(error),
  });

  const fetch = async (path: string, init: RequestInit): Promise<Response> => api.fetch(new Request(ORIGIN + path, init));

  /** One request, its answer read. `body` travels as JSON, `raw` as it is. */
  async function call<T = Record<string, unknown>>(who: Who, method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
    const isJson = sent.body !== undefined;
    const init: RequestInit & { duplex?: 'half' } = {
      ...{ method, headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...who.headers, ...sent.headers } },
      ...(isJson ? { body: JSON.stringify(sent.body) } : sent.raw === undefined ? {} : { body: sent.raw, duplex: 'half' }),
    };
    const response = await fetch(path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) as T };
  }

  async function session(userId: string, { expiresAt = new Date(Date.now() + 3_600_000) } = {}): Promise<string> {
    const id = uuidv7();
    await db.prisma.session.create({ data: { id, userId, userAgent: 'tests', address: '192.0.2.1', expiresAt } });
    return id;
  }

  const browserOf = async (sessionId: string) => {
    const cookie = (await setSessionCookie(sessionId, { secret: SECRET, secure: false })).split(';')[0] ?? '';
    return { cookie, origin: ORIGIN };
  };

  /** A new person with an account, in front of a browser that is signed in. */
  async function person(role: GlobalRole, name = `A ${role}`): Promise<Who> {
    const userId = uuidv7();
    await db.prisma.user.create({
      data: { id: userId, email: `${userId}@example.org`, name, role, passwordHash: 'plain password' },
    });
    const sessionId = await session(userId);
    const actor = { userId: userId as never, name, role, via: 'web', scope: 'write' } as const;
    return { userId, name, caller: { actor, sessionId, tokenId: null }, headers: await browserOf(sessionId) };
  }

  /** The same person as a program with a token. */
  async function program(who: Who, scope: 'read' | 'write'): Promise<Who> {
    if (!who.caller) throw new RangeError('Nobody has no tokens.');
    const { token, id } = await services.people.createToken(who.caller, { name: 'a program', scope, expiresAt: null });
    const caller = { actor: { ...who.caller.actor, via: 'token', scope }, sessionId: null, tokenId: id } as const;
    return { ...who, caller, headers: { authorization: `Bearer ${token}` } };
  }

  /** A new incident declared by `who`; answers its key. */
  async function declare(who: Who, input: object = { title: 'Orders answer 500' }): Promise<string> {
    if (!who.caller) throw new RangeError('Nobody declares nothing.');
    return (await services.incidents.declare(who.caller, { id: uuidv7(), input })).key;
  }

  /** A command that is known to be taken, past HTTP: how tests prepare a room. */
  async function take(who: Who, incident: string, name: string, input: object): Promise<CommandAnswer> {
    if (!who.caller) throw new RangeError('Nobody takes no commands.');
    return services.incidents.execute(who.caller, { incident, id: uuidv7(), name, input });
  }

  const cookieName = sessionCookie(false).name;
  return {
    db,
    services,
    api,
    callerFrom,
    failures,
    listeners,
    fetch,
    call,
    session,
    browserOf,
    person,
    program,
    declare,
    take,
    cookieName,
  };
}

export type ApiOver = ReturnType<typeof apiOver>;

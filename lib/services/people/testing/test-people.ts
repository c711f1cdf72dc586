import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { GlobalRole } from '@/lib/core/incident/state';
import { testServices, type TestServices } from '../../testing/test-services';
import type { ServicesDeps } from '../../services';
import type { People } from '../people';
import type { Passwords } from '../passwords';

export const PASSWORD = 'a few quiet words';
export const CLIENT = { address: '192.0.2.7', userAgent: 'Test' };

/** Passwords that cost nothing, and count how often one was compared. */
export function cheapPasswords(): Passwords & { compared: number } {
  const cheap = {
    compared: 0,
    hash: async (password: string) => `plain:${password}`,
    verify: async (stored: string | null, password: string) => {
      cheap.compared += 1;
      return stored === `plain:${password}`;
    },
  };
  return cheap;
}

export type SignedInPerson = { caller: Caller; id: string; email: string; sessionId: string };

export type TestPeople = TestServices & {
  people: People;
  passwords: ReturnType<typeof cheapPasswords>;
  touched: string[][];
  advance: (ms: number) => void;
  /** A new person with an account, a password and a session. */
  signedIn: (role?: GlobalRole, name?: string) => Promise<SignedInPerson>;
  /** What the audit says about a subject, oldest first. */
  auditOf: (subject: string) => Promise<{ action: string; actorId: string | null; detail: unknown }[]>;
  auditCount: () => Promise<number>;
};

/** People on a fresh, real database, at a time that only moves when told. */
export async function testPeople(overrides: Partial<ServicesDeps> = {}): Promise<TestPeople> {
  let nowMs = Date.parse('2026-11-23T16:00:00Z');
  const passwords = cheapPasswords();
  const touched: string[][] = [];
  const t = await testServices({
    passwords,
    clock: () => new Date(nowMs),
    accessChanged: (ids) => touched.push(ids),
    ...overrides,
  });
  const { people } = t.services;
  const { prisma } = t.db;
  return {
    ...t,
    people,
    passwords,
    touched,
    advance: (ms) => void (nowMs += ms),
    async signedIn(role = 'responder', name = `A ${role}`) {
      const id = uuidv7();
      const email = `${id}@example.org`;
      await prisma.user.create({ data: { id, email, name, role, passwordHash: await passwords.hash(PASSWORD) } });
      const { sessionId } = await people.signIn({ email, password: PASSWORD, ...CLIENT });
      const caller = await people.callerOfSession(sessionId);
      if (!caller) throw new Error('A new session is not there.');
      return { caller, id, email, sessionId };
    },
    auditOf: (subject) =>
      prisma.auditEntry.findMany({
        where: { subject },
        orderBy: { id: 'asc' },
        select: { action: true, actorId: true, detail: true },
      }),
    auditCount: () => prisma.auditEntry.count(),
  };
}

/** The code of what a promise was refused with; null when it was not. */
export const refusalOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );

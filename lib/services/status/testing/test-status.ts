import type { Caller } from '@/lib/auth/caller';
import { testServices, type TestServices } from '../../testing/test-services';
import type { ServicesDeps } from '../../services';
import type { Status } from '../status';

/** What everything about one change left behind. */
type Traces = { actions: string[]; effects: { kind: string; payload: unknown }[] };

export type TestStatus = TestServices & {
  status: Status;
  advance: (ms: number) => void;
  now: () => Date;
  admin: Caller;
  responder: Caller;
  viewer: Caller;
  /** Those who are refused what only administrators may: by code. */
  refusedToAll: (ask: (caller: Caller) => Promise<unknown>, who: Caller[]) => Promise<(string | null)[]>;
  /** What a piece of work wrote into the audit and for the outside. */
  traces: (work: () => Promise<unknown>) => Promise<Traces>;
  component: (name: string, groupId?: string | null) => Promise<string>;
  order: () => Promise<string[]>;
  wakes: () => number;
};

/** The code of what a promise was refused with; null when it was not. */
export const refusalOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );

/** The verbs of the status page on a fresh, real database, at a time that only moves when told. */
export async function testStatus(overrides: Partial<ServicesDeps> = {}): Promise<TestStatus> {
  let nowMs = Date.parse('2026-11-23T16:00:00Z');
  let woken = 0;
  const now = () => new Date(nowMs);
  const t = await testServices({ clock: now, statusChanged: () => void (woken += 1), ...overrides });
  const { prisma } = t.db;
  const { status } = t.services;
  const [admin, responder, viewer] = [await t.person('admin'), await t.person('responder'), await t.person('viewer')];
  return {
    ...{ ...t, status, now, admin, responder, viewer },
    advance: (ms) => void (nowMs += ms),
    wakes: () => woken,
    refusedToAll: (ask, who) => Promise.all(who.map((caller) => refusalOf(ask(caller)))),
    async traces(work) {
      const [audits, effects] = [await prisma.auditEntry.count(), await prisma.effect.count()];
      await work();
      const order = { orderBy: { id: 'asc' } } as const;
      const actions = (await prisma.auditEntry.findMany({ ...order, skip: audits })).map(({ action }) => action);
      const written = await prisma.effect.findMany({ ...order, skip: effects });
      return { actions, effects: written.map(({ kind, payload }) => ({ kind, payload })) };
    },
    async component(name, groupId = null) {
      return (await status.createComponent(admin, { name, groupId, description: null, isPublic: true })).id;
    },
    async order() {
      const { groups, components } = await status.listComponents(admin);
      const names = new Map(groups.map(({ id, name }) => [id, name]));
      return components.map(({ name, groupId }) => (groupId ? `${names.get(groupId)}/${name}` : name));
    },
  };
}

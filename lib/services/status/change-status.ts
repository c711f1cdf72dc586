import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { Prisma } from '@/lib/db/generated/client';
import { mayChange, type Keeper } from './may-keep';
import type { StatusDeps, Tx } from './status-deps';

type StatusAction =
  | 'status-page.changed'
  | `component-group.${'created' | 'renamed' | 'moved' | 'removed'}`
  | `component.${'created' | 'changed' | 'moved' | 'removed' | 'state-set'}`
  | `maintenance.${'scheduled' | 'changed' | 'updated' | 'corrected' | 'started' | 'ended'}`
  | `notice.${'pinned' | 'changed' | 'ended' | 'removed'}`
  | 'status-history.imported';

/** `subject`: the id of what was changed. */
export type StatusAudit = { action: StatusAction; subject: string; detail?: Prisma.InputJsonObject };

/** `audit` is empty only where nothing changed. `announce`: the maintenance updates that subscribers are told. */
export type StatusChange<T> = { answer: T; audit: StatusAudit[]; announce?: string[] };

const LONGEST_MS = 60_000;

// Few people keep a page: one change at a time spares every verb a thought about order and double names.
const takeTurn = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('status page'))`;

async function writeDown(
  tx: Tx,
  actorId: string | null,
  at: Date,
  { audit, announce = [] }: StatusChange<unknown>,
): Promise<void> {
  await tx.auditEntry.createMany({ data: audit.map((one) => ({ ...one, actorId, at, detail: one.detail ?? {} })) });
  const status = audit.map(({ action }) => ({
    kind: 'status',
    payload: { eventId: uuidv7(), type: action, updateId: null, ...(actorId ? { actorId } : {}) },
    ...{ dueAt: at, createdAt: at },
  }));
  const told = announce.map((maintenanceUpdateId) => ({
    kind: 'announce',
    payload: { maintenanceUpdateId },
    ...{ dueAt: at, createdAt: at },
  }));
  await tx.effect.createMany({ data: [...status, ...told] });
}

async function inTurn<T>(
  { prisma, clock, statusChanged }: StatusDeps,
  actorId: string | null,
  work: (tx: Tx, now: Date) => Promise<StatusChange<T>>,
): Promise<T> {
  const change = await prisma.$transaction(
    async (tx) => {
      await takeTurn(tx);
      const now = clock();
      const done = await work(tx, now);
      if (done.audit.length > 0) await writeDown(tx, actorId, now, done);
      return done;
    },
    { maxWait: 10_000, timeout: LONGEST_MS },
  );
  if (change.audit.length > 0) statusChanged?.();
  return change.answer;
}

/** A change of the status page by somebody who may: what was done is in the audit, and the page is written anew. */
export const changeStatus = <T>(
  deps: StatusDeps,
  caller: Caller,
  keeper: Keeper,
  work: (tx: Tx, now: Date) => Promise<StatusChange<T>>,
): Promise<T> =>
  inTurn(deps, caller.actor.userId, async (tx, now) => {
    await mayChange(tx, caller, keeper);
    return work(tx, now);
  });

/** A change that the clock makes. */
export const changeStatusByClock = <T>(deps: StatusDeps, work: (tx: Tx, now: Date) => Promise<StatusChange<T>>): Promise<T> =>
  inTurn(deps, null, work);

import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { PublishTargetInput, type PublishTargetChange, type PublishTargetSummary } from '@/lib/contracts/publishing';
import type { Prisma, PublishTarget } from '@/lib/db/generated/client';
import { notFound, ServiceError } from '../errors';
import { audited } from '../people/audited';
import { mustBeAdmin, mustWrite } from '../people/may';
import type { Tx } from '../people/people-deps';
import { seal } from '../sealed';
import type { PublishingDeps } from './publishing-deps';
import { checkTarget } from './target-rules';

function mustChange(caller: Caller): string {
  mustBeAdmin(caller);
  mustWrite(caller);
  return caller.actor.userId;
}

async function latestHash(tx: Pick<Tx, 'publication'>): Promise<string | null> {
  const latest = await tx.publication.findFirst({ where: { error: null }, orderBy: { id: 'desc' }, select: { hash: true } });
  return latest?.hash ?? null;
}

function summaryOf(row: PublishTarget, latest: string | null): PublishTargetSummary {
  const { id, name, isEnabled, attempts, lastError } = row;
  return {
    ...{ id, name, isEnabled, attempts, lastError, kind: row.kind as PublishTargetSummary['kind'] },
    ...{ config: row.config as PublishTargetSummary['config'], hasSecret: row.secret !== null },
    isCurrent: row.pushedHash !== null && row.pushedHash === latest,
    ...{ pushedAt: row.pushedAt?.toISOString() ?? null, dueAt: row.dueAt?.toISOString() ?? null },
  };
}

async function found(tx: Tx, id: string): Promise<PublishTarget> {
  const row = await tx.publishTarget.findUnique({ where: { id } });
  if (!row) throw notFound('target');
  return row;
}

/** From the beginning: whatever it holds, it is pushed again, at once. */
const AFRESH = { pushedHash: null, attempts: 0, dueAt: null, lastError: null };

/** Where the page is pushed to besides. Administrators only. */
export const createListTargets =
  ({ prisma }: PublishingDeps) =>
  async (caller: Caller): Promise<PublishTargetSummary[]> => {
    mustBeAdmin(caller);
    const [rows, latest] = await Promise.all([
      prisma.publishTarget.findMany({ orderBy: { createdAt: 'asc' } }),
      latestHash(prisma),
    ]);
    return rows.map((row) => summaryOf(row, latest));
  };

/** A new target, pushed to from now on. Its secret is sealed and never told again. Throws `invalid`. */
export const createAddTarget = (deps: PublishingDeps) => (caller: Caller, input: PublishTargetInput) =>
  audited(deps, async (tx, now): Promise<{ answer: PublishTargetSummary; audit: [Audit] }> => {
    const actorId = mustChange(caller);
    checkTarget(input, deps);
    const { kind, name, config } = input;
    const secret = input.secret ? seal(input.secret, deps.secret) : null;
    const row = await tx.publishTarget.create({
      data: { id: uuidv7(), kind, name, config, secret, isEnabled: true, createdAt: now },
    });
    const detail = { kind, name, config };
    return { answer: summaryOf(row, null), audit: [{ actorId, action: 'publish-target.created', subject: row.id, detail }] };
  });

type Audit = {
  actorId: string;
  action: 'publish-target.created' | 'publish-target.changed' | 'publish-target.removed';
  subject: string;
  detail: Prisma.InputJsonObject;
};

/** Changes a target and pushes to it afresh. Throws `invalid` and `not_found`. */
export const createChangeTarget = (deps: PublishingDeps) => (caller: Caller, id: string, change: PublishTargetChange) =>
  audited(deps, async (tx): Promise<{ answer: PublishTargetSummary; audit: [Audit] }> => {
    const actorId = mustChange(caller);
    const before = await found(tx, id);
    // What a secret was given for decides where it may be sent.
    const moved = change.config !== undefined && !isDeepStrictEqual(change.config, before.config);
    if (moved && before.secret !== null && change.secret === undefined) {
      const message = 'Give the secret again: it was given for another place.';
      throw new ServiceError('invalid', message, { issues: [{ path: 'secret', message }] });
    }
    const given = change.secret === undefined ? (before.secret === null ? null : 'kept') : change.secret || null;
    const read = PublishTargetInput.safeParse({
      ...{ kind: before.kind, name: change.name ?? before.name, config: change.config ?? before.config, secret: given },
    });
    if (!read.success) throw new ServiceError('invalid', 'These settings do not fit this kind of target. Look at them again.');
    checkTarget(read.data, deps);
    const secret = change.secret === undefined ? before.secret : given === null ? null : seal(given, deps.secret);
    const { name, config } = read.data;
    const isEnabled = change.isEnabled ?? before.isEnabled;
    const row = await tx.publishTarget.update({ where: { id }, data: { name, config, secret, isEnabled, ...AFRESH } });
    const detail = { name, config, isEnabled, hasNewSecret: change.secret !== undefined };
    return { answer: summaryOf(row, null), audit: [{ actorId, action: 'publish-target.changed', subject: id, detail }] };
  });

/** Forgets a target; what it holds stays there. Throws `not_found`. */
export const createRemoveTarget = (deps: PublishingDeps) => (caller: Caller, id: string) =>
  audited(deps, async (tx): Promise<{ answer: undefined; audit: [Audit] }> => {
    const actorId = mustChange(caller);
    const { name } = await found(tx, id);
    await tx.publishTarget.delete({ where: { id } });
    return { answer: undefined, audit: [{ actorId, action: 'publish-target.removed', subject: id, detail: { name } }] };
  });

/** Pushes to a target again within seconds, whatever it holds. Throws `not_found`. */
export const createPushTargetNow = (deps: PublishingDeps) => (caller: Caller, id: string) =>
  audited(deps, async (tx) => {
    mustChange(caller);
    await found(tx, id);
    await tx.publishTarget.update({ where: { id }, data: AFRESH });
    return { answer: undefined, audit: [] };
  });

import type { Caller } from '@/lib/auth/caller';
import type { ListSubscribersQuery, SubscriberKind, SubscriberList, SubscriberState } from '@/lib/contracts/subscribers';
import type { Prisma, Subscriber } from '@/lib/db/generated/client';
import { mustBeAdmin } from '../people/may';
import { stateOf } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

const PAGE = 50;
const ACTIVE = { confirmedAt: { not: null }, endedAt: null } satisfies Prisma.SubscriberWhereInput;

function whereState(state: SubscriberState): Prisma.SubscriberWhereInput {
  if (state === 'active') return ACTIVE;
  return state === 'pending' ? { confirmedAt: null, endedAt: null } : { endedAt: { not: null }, endedBy: state };
}

// The latest message to each that failed, where nothing came through after it.
const ERRORS = `
  SELECT DISTINCT ON (target_id) target_id AS id, last_error AS error FROM delivery
  WHERE target_kind = 'subscriber' AND target_id = ANY($1::uuid[]) AND attempts > 0 ORDER BY target_id, created_at DESC`;

async function errorsOf({ pool }: SubscribersParts, rows: Subscriber[]): Promise<Map<string, string | null>> {
  const found = await pool.query<{ id: string; error: string | null }>(ERRORS, [rows.map(({ id }) => id)]);
  return new Map(found.rows.map(({ id, error }) => [id, error]));
}

async function namesOf({ prisma }: SubscribersParts, rows: Subscriber[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.componentIds))];
  const components = await prisma.component.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(components.map(({ id, name }) => [id, name]));
}

/** Subscribers, newest first, fifty at a time; `q` finds in addresses. Administrators only. */
export const listSubscribers =
  (parts: SubscribersParts) =>
  async (caller: Caller, { q, state, cursor }: ListSubscribersQuery): Promise<SubscriberList> => {
    mustBeAdmin(caller);
    const { prisma } = parts;
    const where: Prisma.SubscriberWhereInput = {
      ...(q ? { address: { contains: q, mode: 'insensitive' } } : {}),
      ...(state ? whereState(state) : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    };
    const [rows, active] = await Promise.all([
      prisma.subscriber.findMany({ where, orderBy: { id: 'desc' }, take: PAGE + 1 }),
      prisma.subscriber.count({ where: ACTIVE }),
    ]);
    const shown = rows.slice(0, PAGE);
    const [errors, names] = await Promise.all([errorsOf(parts, shown), namesOf(parts, shown)]);
    const subscribers = shown.map((row) => ({
      ...{ id: row.id, kind: row.kind as SubscriberKind, address: row.address, state: stateOf(row) },
      components: row.componentIds.map((id) => names.get(id) ?? 'a removed component'),
      createdAt: row.createdAt.toISOString() as never,
      confirmedAt: (row.confirmedAt?.toISOString() ?? null) as never,
      lastError: errors.get(row.id) ?? null,
    }));
    return { subscribers, nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null, active };
  };

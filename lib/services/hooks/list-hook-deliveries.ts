import type { Caller } from '@/lib/auth/caller';
import type { HookDelivery } from '@/lib/contracts/hooks';
import type { Delivery } from '@/lib/db/generated/client';
import { mustBeAdmin } from '../people/may';
import type { HookCall } from './enqueue-hooks';
import { hookOf, type HookDeps } from './hook-deps';

const SHOWN = 20;

function stateOf({ doneAt, failedAt }: Delivery): HookDelivery['state'] {
  if (doneAt) return 'sent';
  return failedAt ? 'given up' : 'waiting';
}

const deliveryOf = (row: Delivery): HookDelivery => ({
  ...{ id: row.id, state: stateOf(row), attempts: row.attempts, answer: row.lastStatus, error: row.lastError },
  about: (row.payload as HookCall).about,
  createdAt: row.createdAt.toISOString(),
});

/** The last 20 messages to a hook, newest first, and what came of them; for administrators. */
export const listHookDeliveries =
  ({ prisma }: HookDeps) =>
  async (caller: Caller, id: string): Promise<HookDelivery[]> => {
    mustBeAdmin(caller);
    await hookOf(prisma, id);
    const where = { targetKind: 'hook', targetId: id };
    return (await prisma.delivery.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: SHOWN })).map(
      deliveryOf,
    );
  };

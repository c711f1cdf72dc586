import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { newsOfTest } from '@/lib/core/hooks/hook-news';
import type { HookShape } from '@/lib/core/hooks/shape';
import { enqueueDeliveries } from '../delivery/enqueue-deliveries';
import { ServiceError } from '../errors';
import { mustBeAdmin, mustWrite } from '../people/may';
import { hookOf, type HookDeps } from './hook-deps';
import { hookDelivery } from './enqueue-hooks';

const WAITING_MAX = 5;

/** Queues a test message for a hook, switched on or not. Throws `too_many` where five of them still wait. */
export const testHook =
  (deps: HookDeps) =>
  async (caller: Caller, id: string): Promise<void> => {
    mustBeAdmin(caller);
    mustWrite(caller);
    const hook = await hookOf(deps.prisma, id);
    const tests = { targetId: id, incidentId: null, doneAt: null, failedAt: null };
    if ((await deps.prisma.delivery.count({ where: tests })) >= WAITING_MAX)
      throw new ServiceError('too_many', 'Five test messages wait for this receiver already. Look at what it answers first.');
    const news = newsOfTest(`test:${uuidv7()}`, deps.clock().toISOString(), caller.actor.name);
    const target = { id, url: hook.url, shape: hook.shape as HookShape };
    await enqueueDeliveries(deps.pool, [hookDelivery(target, news, null, deps.publicUrl)], deps.clock());
  };

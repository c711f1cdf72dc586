import type { Caller } from '@/lib/auth/caller';
import { notFound } from '../errors';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import type { SubscribersParts } from './subscribers-deps';

/** Ends somebody's subscription. Administrators only. Twice is once. */
export const removeSubscriber =
  (parts: SubscribersParts) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const done = await tx.subscriber.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, endedBy: 'removed' } });
      if (done.count > 0) {
        return { answer: undefined, audit: [{ actorId: caller.actor.userId, action: 'subscriber.removed', subject: id }] };
      }
      if (!(await tx.subscriber.findUnique({ where: { id }, select: { id: true } }))) throw notFound('subscriber');
      return { answer: undefined, audit: [] };
    });

import type { Caller } from '@/lib/auth/caller';
import { notFound, ServiceError } from '../errors';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import type { DeliveriesParts } from './deliveries-deps';
import { NEVER_DUE } from './never-due';

/** Ends the tries of a message. Administrators only. Twice is once. Throws `not_found`, `conflict` where it was sent. */
export const giveUp =
  (parts: DeliveriesParts) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      const done = await tx.delivery.updateMany({
        where: { id, doneAt: null, failedAt: null },
        data: { failedAt: now, dueAt: NEVER_DUE },
      });
      if (done.count > 0) {
        return { answer: undefined, audit: [{ actorId: caller.actor.userId, action: 'delivery.given-up', subject: id }] };
      }
      const present = await tx.delivery.findUnique({ where: { id }, select: { doneAt: true } });
      if (!present) throw notFound('message');
      if (present.doneAt) throw new ServiceError('conflict', 'This message was sent already.');
      return { answer: undefined, audit: [] };
    });

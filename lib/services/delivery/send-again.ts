import type { Caller } from '@/lib/auth/caller';
import { notFound, ServiceError } from '../errors';
import { audited } from '../people/audited';
import { lockAdmins, mustBeAdmin, mustWrite } from '../people/may';
import type { Tx } from '../people/people-deps';
import type { DeliveriesParts } from './deliveries-deps';

// Longer than anybody holds a message that is being sent: what is due later than that only waits.
const BEING_SENT_MS = 35_000;

/** Makes a message due at once, unless it was sent, is being sent, or is due within moments anyway. */
async function makeDue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const later = new Date(now.getTime() + BEING_SENT_MS);
  const again = await tx.delivery.updateMany({
    where: { id, doneAt: null, OR: [{ failedAt: { not: null } }, { dueAt: { gt: later } }] },
    data: { failedAt: null, dueAt: now, createdAt: now },
  });
  return again.count > 0;
}

/**
 * Has a message that was given up, or waits for its next try, sent now, with a day of tries ahead. What was sent is not sent
 * again. Administrators only. Throws `not_found`, `conflict` where it was sent.
 */
export const sendAgain =
  (parts: DeliveriesParts) =>
  async (caller: Caller, id: string): Promise<void> => {
    await audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await lockAdmins(tx, caller);
      if (await makeDue(tx, id, now)) {
        return { answer: undefined, audit: [{ actorId: caller.actor.userId, action: 'delivery.sent-again', subject: id }] };
      }
      const present = await tx.delivery.findUnique({ where: { id }, select: { doneAt: true } });
      if (!present) throw notFound('message');
      if (present.doneAt) throw new ServiceError('conflict', 'This message was sent. It is not sent twice.');
      return { answer: undefined, audit: [] };
    });
    parts.outside.queued();
  };

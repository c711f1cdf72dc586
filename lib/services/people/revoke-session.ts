import type { Caller } from '@/lib/auth/caller';
import { notFound } from '../errors';
import { audited } from './audited';
import { mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Ends a session at once: one's own, or as an administrator anybody's. Twice is once. Throws `not_found` for other people's. */
export const revokeSession =
  (parts: PeopleParts) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(parts, async (tx, now) => {
      const { userId, role } = caller.actor;
      const session = await tx.session.findUnique({ where: { id } });
      if (!session || (session.userId !== userId && role !== 'admin')) throw notFound('session');
      mustWrite(caller);
      const ended = await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
      if (ended.count === 0) return { answer: undefined, audit: [] };
      return {
        answer: undefined,
        audit: [{ actorId: userId, action: 'session.revoked', subject: id, detail: { of: session.userId } }],
        touched: [session.userId],
      };
    });

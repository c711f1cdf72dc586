import type { Caller } from '@/lib/auth/caller';
import { notFound } from '../errors';
import { audited } from './audited';
import { mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Ends a token at once: one's own, or as an administrator anybody's. Twice is once. Throws `not_found` for other people's. */
export const revokeToken =
  (parts: PeopleParts) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(parts, async (tx, now) => {
      const { userId, role } = caller.actor;
      const token = await tx.apiToken.findUnique({ where: { id } });
      if (!token || (token.userId !== userId && role !== 'admin')) throw notFound('token');
      mustWrite(caller);
      const ended = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
      if (ended.count === 0) return { answer: undefined, audit: [] };
      const detail = { name: token.name, of: token.userId };
      return {
        answer: undefined,
        audit: [{ actorId: userId, action: 'token.revoked', subject: id, detail }],
        touched: [token.userId],
      };
    });

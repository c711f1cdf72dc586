import type { Caller } from '@/lib/auth/caller';
import { notFound, ServiceError } from '../errors';
import { audited } from './audited';
import { mustBeAdmin, mustWrite } from './may';
import type { PeopleParts } from './people-deps';

/** Takes an invitation back. Administrators only. Twice is once; throws `conflict` where it was used already. */
export const revokeInvitation =
  (parts: PeopleParts) =>
  (caller: Caller, id: string): Promise<void> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      const taken = await tx.invitation.updateMany({ where: { id, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
      if (taken.count > 0) {
        return { answer: undefined, audit: [{ actorId: caller.actor.userId, action: 'invitation.revoked', subject: id }] };
      }
      const present = await tx.invitation.findUnique({ where: { id } });
      if (!present) throw notFound('invitation');
      if (present.usedAt === null) return { answer: undefined, audit: [] };
      throw new ServiceError('conflict', 'This invitation was used already. Switch the account off under Members instead.');
    });

import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { CreatedInvitation, CreateInvitationInput } from '@/lib/contracts/people';
import { ServiceError } from '../errors';
import { audited } from './audited';
import { invitationSummaries } from './list-invitations';
import { isAbove, lockActive, mustBeAdmin, mustWrite } from './may';
import { hashOfSecret, opaqueSecret } from './opaque-secret';
import type { PeopleParts } from './people-deps';

const VALID_MS = 72 * 3_600_000;

/**
 * An invitation that works once within 72 hours; its secret is in this answer and nowhere else. Administrators only, and
 * never for more than the inviter's own role. Throws `conflict` where the address already has an account.
 */
export const createInvitation =
  (parts: PeopleParts) =>
  (caller: Caller, { role, email }: CreateInvitationInput): Promise<Omit<CreatedInvitation, 'link'>> =>
    audited(parts, async (tx, now) => {
      mustBeAdmin(caller);
      mustWrite(caller);
      const { userId } = caller.actor;
      const own = await lockActive(tx, userId);
      if (own !== 'admin' || isAbove(role, own)) {
        throw new ServiceError('forbidden', 'Nobody can invite to more than they may do themselves. Choose a lesser role.');
      }
      if (email !== null && (await tx.user.findUnique({ where: { email } }))) {
        throw new ServiceError('conflict', `${email} already has an account. Look under Settings, Members.`);
      }
      const token = opaqueSecret('');
      const expiresAt = new Date(now.getTime() + VALID_MS);
      const row = await tx.invitation.create({
        data: { id: uuidv7(), hash: hashOfSecret(token), role, email, invitedBy: userId, createdAt: now, expiresAt },
      });
      const [summary] = await invitationSummaries(tx, [row], now);
      if (!summary) throw new RangeError('An invitation without a summary.');
      const audit = { actorId: userId, action: 'invitation.created', subject: row.id, detail: { role, email } } as const;
      return { answer: { ...summary, token }, audit: [audit] };
    });

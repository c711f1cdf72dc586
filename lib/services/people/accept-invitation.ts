import { uuidv7 } from 'uuidv7';
import type { AcceptInvitationInput } from '@/lib/contracts/people';
import { ServiceError } from '../errors';
import { accountOf } from './account';
import { audited } from './audited';
import { lockAddress } from './may';
import { hashOfSecret } from './opaque-secret';
import type { PeopleParts } from './people-deps';
import { readInvitation } from './read-invitation';
import type { SignedIn } from './sign-in';
import { startSession, type Client } from './start-session';
import { mustNotBeWeak } from './weak-password';

const noLonger = () =>
  new ServiceError('conflict', 'This invitation was used, taken back, or is older than 72 hours. Ask for a new one.');

/**
 * Makes an account of an invitation and signs it in, once. Throws `conflict` where the invitation no longer stands or the
 * address has an account, `forbidden` where it was for another address, `invalid` for a weak password.
 */
export const acceptInvitation =
  (parts: PeopleParts) =>
  async ({ token, name, email, password, ...client }: AcceptInvitationInput & Client): Promise<SignedIn> => {
    // Looked at before anything is hashed: strangers do not get to spend our time.
    const open = await readInvitation(parts)(token);
    if (!open) throw noLonger();
    if (open.email !== null && open.email !== email) {
      throw new ServiceError('forbidden', 'This invitation is for another e-mail address. Use the one it was sent to.');
    }
    mustNotBeWeak(password, { name, email });
    const passwordHash = await parts.hashing(() => parts.passwords.hash(password));
    return audited(parts, async (tx, now) => {
      const id = uuidv7();
      const hash = hashOfSecret(token);
      await lockAddress(tx, email);
      const used = await tx.invitation.updateMany({
        where: { hash, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now, usedBy: id },
      });
      if (used.count === 0) throw noLonger();
      if (await tx.user.findUnique({ where: { email } })) {
        throw new ServiceError('conflict', `${email} already has an account. Sign in instead.`);
      }
      const user = await tx.user.create({ data: { id, name, email, role: open.role, passwordHash, createdAt: now } });
      const sessionId = await startSession(tx, id, client, now);
      const invitation = await tx.invitation.findUnique({ where: { hash }, select: { id: true } });
      return {
        answer: { sessionId, user: accountOf(user) },
        audit: [
          { actorId: id, action: 'invitation.accepted', subject: invitation?.id ?? id, detail: { role: open.role, email } },
          { actorId: id, action: 'sign-in.done', subject: sessionId, detail: { with: 'invitation', address: client.address } },
        ],
      };
    });
  };

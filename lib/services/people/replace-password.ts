import { ServiceError } from '../errors';
import { audited } from './audited';
import type { PeopleParts } from './people-deps';
import { randomPassword } from './random-password';
import { revokeAccess } from './revoke-access';

/**
 * Gives somebody who forgot theirs a new password, and ends their sessions. For who runs the server: no request reaches it.
 * Throws `not_found` for an address nobody has, `rule` for an account that is switched off.
 */
export const replacePassword =
  (parts: PeopleParts) =>
  async (email: string): Promise<{ password: string; sessionsEnded: number }> => {
    const password = randomPassword();
    const passwordHash = await parts.passwords.hash(password);
    return audited(parts, async (tx, now) => {
      const user = await tx.user.findUnique({ where: { email: email.trim().toLowerCase() } });
      if (!user) throw new ServiceError('not_found', `Nobody here has the address ${email}.`);
      if (user.disabledAt)
        throw new ServiceError('rule', `The account of ${user.name} is switched off. An administrator can switch it on.`);
      await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
      const { sessions } = await revokeAccess(tx, user.id, now);
      const audit = {
        actorId: null,
        action: 'password.replaced',
        subject: user.id,
        detail: { sessionsEnded: sessions },
      } as const;
      return { answer: { password, sessionsEnded: sessions }, audit: [audit], touched: [user.id] };
    });
  };

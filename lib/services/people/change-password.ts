import type { Caller } from '@/lib/auth/caller';
import type { ChangePasswordInput, PasswordChanged } from '@/lib/contracts/people';
import type { User } from '@/lib/db/generated/client';
import { notFound, ServiceError } from '../errors';
import { audited } from './audited';
import type { Guess } from './guess-buckets';
import { mustWrite } from './may';
import type { PeopleParts } from './people-deps';
import { revokeAccess } from './revoke-access';
import { mustNotBeWeak } from './weak-password';

async function mustKnow(parts: PeopleParts, caller: Caller, user: User, current: string | null, guess: Guess): Promise<void> {
  if (user.passwordHash === null) {
    if (caller.sessionId !== null) return;
    throw new ServiceError('forbidden', 'The first password is set in the browser. Sign in and go to Settings, Profile.');
  }
  const isRight = await parts.hashing(async () => {
    await parts.guesses.take(guess);
    return parts.passwords.verify(user.passwordHash, current ?? '');
  });
  if (isRight) return;
  const message = 'The current password is not right. Type it again.';
  throw new ServiceError('invalid', message, { issues: [{ path: 'current', message }] });
}

/**
 * Changes one's own password and ends every other session. Guesses at the current one count like those at sign-in.
 * Throws `invalid` for a wrong current or a weak new password, `too_many` with `retryAfterS`.
 */
export const changePassword =
  (parts: PeopleParts) =>
  async (caller: Caller, { current, password }: ChangePasswordInput, address: string): Promise<PasswordChanged> => {
    mustWrite(caller);
    const { userId } = caller.actor;
    const user = await parts.prisma.user.findUnique({ where: { id: userId } });
    if (!user) throw notFound('person');
    const guess = { email: user.email, address };
    mustNotBeWeak(password, user);
    await mustKnow(parts, caller, user, current, guess);
    const passwordHash = await parts.hashing(() => parts.passwords.hash(password));
    return audited(parts, async (tx, now) => {
      const changed = await tx.user.updateMany({
        where: { id: userId, passwordHash: user.passwordHash },
        data: { passwordHash },
      });
      if (changed.count === 0) throw new ServiceError('conflict', 'The password was changed elsewhere meanwhile. Try again.');
      await parts.guesses.forgive(tx, guess);
      const ended = await revokeAccess(tx, userId, now, { except: caller.sessionId });
      const live = { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
      const answer = { sessionsEnded: ended.sessions, tokens: await tx.apiToken.count({ where: live }) };
      const audit = { actorId: userId, action: 'password.changed', subject: userId, detail: answer } as const;
      return { answer, audit: [audit], touched: [userId] };
    });
  };

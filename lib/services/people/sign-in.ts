import type { Account, SignInInput } from '@/lib/contracts/people';
import { PASSWORD_MAX } from '@/lib/contracts/people';
import { ServiceError } from '../errors';
import { accountOf } from './account';
import { audited } from './audited';
import type { PeopleParts } from './people-deps';
import { startSession, type Client } from './start-session';

export type SignedIn = { sessionId: string; user: Account };

const wrong = () =>
  new ServiceError('unauthenticated', 'The e-mail address or the password is not right. Check both and try again.');
export const disabled = () => new ServiceError('forbidden', 'This account was switched off. Ask an administrator.');

/**
 * Starts a session for the right password. Throws `unauthenticated`, with the same words and at the same cost whether the
 * address is known or not, `forbidden` for a disabled account, and `too_many` with
 * `retryAfterS` when the account or the address guessed too often.
 */
export const signIn =
  (parts: PeopleParts) =>
  (input: SignInInput & Client): Promise<SignedIn> =>
    // The whole of it: many sign-ins of one person at once are not taken for guesses.
    parts.hashing(() => signInNow(parts, input));

async function signInNow(parts: PeopleParts, { email, password, ...client }: SignInInput & Client): Promise<SignedIn> {
  const guess = { email, address: client.address };
  await parts.guesses.take(guess);
  const user = await parts.prisma.user.findUnique({ where: { email } });
  const comparable = password.length <= PASSWORD_MAX ? password : '';
  const isRight = await parts.passwords.verify(user?.passwordHash ?? null, comparable);
  if (!isRight || !user) {
    const detail = { address: client.address };
    await audited(parts, async () => ({
      answer: null,
      audit: [{ actorId: null, action: 'sign-in.failed', subject: user?.id ?? 'unknown', detail }],
    }));
    throw wrong();
  }
  if (user.disabledAt) throw disabled();
  return audited(parts, async (tx, now) => {
    const sessionId = await startSession(tx, user.id, client, now);
    await parts.guesses.forgive(tx, guess);
    const detail = { with: 'password', address: client.address };
    return {
      answer: { sessionId, user: accountOf(user) },
      audit: [{ actorId: user.id, action: 'sign-in.done', subject: sessionId, detail }],
    };
  });
}

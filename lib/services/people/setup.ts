import { uuidv7 } from 'uuidv7';
import type { Account, SetupInput } from '@/lib/contracts/people';
import { ServiceError } from '../errors';
import { accountOf } from './account';
import { audited } from './audited';
import { insertToken } from './create-token';
import { needsSetup } from './needs-setup';
import { sameSecret } from './opaque-secret';
import type { PeopleParts } from './people-deps';
import { mustNotBeWeak } from './weak-password';

const over = () => new ServiceError('conflict', 'Warroom is already set up. Sign in, or ask an administrator for an invitation.');

/**
 * Makes the first person, an administrator, with a token for programs. Works once, with the one-time token, while nobody
 * has an account. Throws `conflict` later, `forbidden` with another token, `invalid` for a weak password.
 */
export const setup =
  (parts: PeopleParts) =>
  async ({ token, ...input }: SetupInput): Promise<{ user: Account; apiToken: string }> => {
    if (!(await needsSetup(parts)())) throw over();
    if (parts.setupToken === null || !sameSecret(token, parts.setupToken)) {
      throw new ServiceError('forbidden', 'This set-up token is not right. Use the link that Warroom printed when it started.');
    }
    mustNotBeWeak(input.password, input);
    const passwordHash = await parts.hashing(() => parts.passwords.hash(input.password));
    return audited(parts, async (tx, now) => {
      // Two at once: the second waits here and then finds somebody.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('warroom:setup'))`;
      if ((await tx.user.findFirst()) !== null) throw over();
      const { name, email } = input;
      const user = await tx.user.create({ data: { id: uuidv7(), name, email, role: 'admin', passwordHash, createdAt: now } });
      const made = await insertToken(tx, { userId: user.id, name: 'Set-up', scope: 'write', expiresAt: null, now });
      return {
        answer: { user: accountOf(user), apiToken: made.token },
        audit: [
          { actorId: user.id, action: 'setup.done', subject: user.id, detail: { email } },
          { actorId: user.id, action: 'token.created', subject: made.id, detail: { name: made.name, scope: made.scope } },
        ],
      };
    });
  };

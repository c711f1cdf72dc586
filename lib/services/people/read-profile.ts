import type { Caller } from '@/lib/auth/caller';
import type { Profile } from '@/lib/contracts/people';
import { notFound } from '../errors';
import { profileOf } from './account';
import type { PeopleParts } from './people-deps';

/** One's own account with its preferences. */
export const readProfile =
  (parts: PeopleParts) =>
  async ({ actor }: Caller): Promise<Profile> => {
    const user = await parts.prisma.user.findUnique({ where: { id: actor.userId } });
    if (!user) throw notFound('person');
    return profileOf(user);
  };

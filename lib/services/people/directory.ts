import { namesakes } from '@/lib/core/called-apart';
import type { Colleague } from '@/lib/contracts/people';
import type { GlobalRole } from '@/lib/core/incident/state';
import type { UserId } from '@/lib/core/ids';
import type { PeopleParts } from './people-deps';

/** Everybody with an active account, by name: whom work can be given to. */
export const directory = (parts: PeopleParts) => async (): Promise<Colleague[]> => {
  const users = await parts.prisma.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, role: true, email: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const isShared = namesakes(users.map(({ name }) => name));
  return users.map(({ id, name, role, email }) => ({
    ...{ userId: id as UserId, name, role: role as GlobalRole },
    ...(isShared(name) && { alias: email }),
  }));
};

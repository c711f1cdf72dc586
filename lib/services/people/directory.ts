import type { Person } from '@/lib/core/incident/command';
import type { PeopleParts } from './people-deps';

/** Everybody with an active account, by name: whom work can be given to. */
export const directory = (parts: PeopleParts) => async (): Promise<Person[]> => {
  const users = await parts.prisma.user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return users.map(({ id, name, role }) => ({ userId: id, name, role }) as Person);
};

import type { Caller } from '@/lib/auth/caller';
import type { Member } from '@/lib/contracts/people';
import { MEMBER, memberOf } from './account';
import { mustBeAdmin } from './may';
import type { PeopleParts } from './people-deps';

/** Everybody who ever had an account, by name, with when they were last seen. Administrators only. */
export const listMembers =
  (parts: PeopleParts) =>
  async (caller: Caller): Promise<Member[]> => {
    mustBeAdmin(caller);
    const users = await parts.prisma.user.findMany({ include: MEMBER, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
    return users.map(memberOf);
  };

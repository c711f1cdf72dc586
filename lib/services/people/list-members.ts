import type { Caller } from '@/lib/auth/caller';
import type { Member, SignInWay } from '@/lib/contracts/people';
import { accountOf } from './account';
import { mustBeAdmin } from './may';
import type { PeopleParts } from './people-deps';

/** Everybody who ever had an account, by name, with when they were last seen. Administrators only. */
export const listMembers =
  (parts: PeopleParts) =>
  async (caller: Caller): Promise<Member[]> => {
    mustBeAdmin(caller);
    const users = await parts.prisma.user.findMany({
      include: { sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return users.map((user) => {
      const ways: (SignInWay | null)[] = [user.passwordHash ? 'password' : null, user.oidcSubject ? 'oidc' : null];
      return {
        ...accountOf(user),
        createdAt: user.createdAt.toISOString(),
        disabledAt: user.disabledAt?.toISOString() ?? null,
        lastSeenAt: user.sessions[0]?.lastSeenAt.toISOString() ?? null,
        signsInWith: ways.filter((way) => way !== null),
      };
    });
  };

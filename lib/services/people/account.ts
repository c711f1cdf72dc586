import type { Prisma, User } from '@/lib/db/generated/client';
import { Preferences, type Account, type Member, type Profile, type SignInWay } from '@/lib/contracts/people';
import type { GlobalRole } from '@/lib/core/incident/state';

/** A person as others may see them in full: administrators, and themselves. */
export const accountOf = ({ id, name, email, role }: Pick<User, 'id' | 'name' | 'email' | 'role'>): Account => ({
  id,
  name,
  email,
  role: role as GlobalRole,
});

/** What a stored row says, with the choices of an older release filled up or left out. */
export function preferencesOf(stored: unknown): Preferences {
  const parsed = Preferences.safeParse(stored);
  return parsed.success ? parsed.data : Preferences.parse({});
}

export const profileOf = (user: User): Profile => ({
  ...accountOf(user),
  timeZone: user.timeZone,
  preferences: preferencesOf(user.preferences),
  hasPassword: user.passwordHash !== null,
});

/** What a member is read with. */
export const MEMBER = {
  sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
} as const satisfies Prisma.UserInclude;

export function memberOf(user: Prisma.UserGetPayload<{ include: typeof MEMBER }>): Member {
  const ways: (SignInWay | null)[] = [user.passwordHash ? 'password' : null, user.oidcSubject ? 'oidc' : null];
  return {
    ...accountOf(user),
    createdAt: user.createdAt.toISOString(),
    disabledAt: user.disabledAt?.toISOString() ?? null,
    lastSeenAt: user.sessions[0]?.lastSeenAt.toISOString() ?? null,
    signsInWith: ways.filter((way) => way !== null),
  };
}

import type { User } from '@/lib/db/generated/client';
import { Preferences, type Account, type Profile } from '@/lib/contracts/people';
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

import { acceptInvitation } from './accept-invitation';
import { callerOfSession } from './caller-of-session';
import { callerOfToken } from './caller-of-token';
import { changePassword } from './change-password';
import { changeProfile } from './change-profile';
import { changeRole } from './change-role';
import { createInvitation } from './create-invitation';
import { createToken } from './create-token';
import { directory } from './directory';
import { disableMember } from './disable-member';
import { enableMember } from './enable-member';
import { createGuesses } from './guess-buckets';
import { inTurn } from './in-turn';
import { listInvitations } from './list-invitations';
import { listMembers } from './list-members';
import { listSessions } from './list-sessions';
import { listTokens } from './list-tokens';
import { needsSetup } from './needs-setup';
import { argon2Passwords } from './passwords';
import type { PeopleDeps, PeopleParts } from './people-deps';
import { readInvitation } from './read-invitation';
import { readProfile } from './read-profile';
import { replacePassword } from './replace-password';
import { revokeInvitation } from './revoke-invitation';
import { revokeSession } from './revoke-session';
import { revokeToken } from './revoke-token';
import { setup } from './setup';
import { signIn } from './sign-in';
import { signInWithOidc } from './sign-in-with-oidc';
import { signOutEverywhere } from './sign-out-everywhere';
import { sweepPeople } from './sweep';
import { whenAvailable } from './when-available';

const verbs = {
  needsSetup,
  setup,
  signIn,
  signInWithOidc,
  callerOfSession,
  callerOfToken,
  directory,
  listSessions,
  revokeSession,
  signOutEverywhere,
  createToken,
  listTokens,
  revokeToken,
  createInvitation,
  listInvitations,
  readInvitation,
  revokeInvitation,
  acceptInvitation,
  listMembers,
  changeRole,
  disableMember,
  enableMember,
  readProfile,
  changeProfile,
  changePassword,
  replacePassword,
  sweepPeople,
};

type Verbs = typeof verbs;
export type People = { [Name in keyof Verbs]: ReturnType<Verbs[Name]> };

/** Everything that can be done about people, their sessions, tokens and invitations. Refusals are ServiceErrors. */
export function createPeople(deps: PeopleDeps): People {
  const passwords = deps.passwords ?? argon2Passwords();
  const parts: PeopleParts = { ...deps, passwords, guesses: createGuesses(deps), hashing: inTurn(3, 1000) };
  const made = Object.entries(verbs).map(([name, verb]) => [name, whenAvailable(verb(parts) as never)]);
  return Object.fromEntries(made) as People;
}

import { ChangeMemberInput, SignOutEverywhereInput, type Member } from '@/lib/contracts/people';
import type { Caller } from '@/lib/auth/caller';
import { callerOf } from '../api-env';
import type { Router } from '../route';
import { idIn, type PeopleRoutesDeps } from './people-routes-deps';

const PATH = '/api/v1/members/{person}';

/** What administrators do about other people. */
export function mountMembers({ route }: Router, { services: { people } }: PeopleRoutesDeps): void {
  const admins = { who: 'admin', tag: 'People' } as const;

  function change(caller: Caller, id: string, { role, disabled }: ChangeMemberInput): Promise<Member> {
    if (role !== undefined) return people.changeRole(caller, id, role);
    return disabled ? people.disableMember(caller, id) : people.enableMember(caller, id);
  }

  route({ ...admins, method: 'get', path: '/api/v1/members', summary: 'List everybody who has an account' }, async (c) =>
    c.json({ members: await people.listMembers(callerOf(c)), nextCursor: null }),
  );
  route(
    {
      ...admins,
      method: 'patch',
      path: PATH,
      input: ChangeMemberInput,
      summary: 'Change the role of a person, or switch the account off or on',
    },
    async (c, { input }) => c.json(await change(callerOf(c), idIn(c, 'person'), input)),
  );
  route({ ...admins, method: 'get', path: `${PATH}/sessions`, summary: 'List the sessions of a person' }, async (c) =>
    c.json({ sessions: await people.listSessions(callerOf(c), idIn(c, 'person')), nextCursor: null }),
  );
  route({ ...admins, method: 'get', path: `${PATH}/tokens`, summary: 'List the tokens of a person' }, async (c) =>
    c.json({ tokens: await people.listTokens(callerOf(c), idIn(c, 'person')), nextCursor: null }),
  );
  route(
    {
      ...admins,
      method: 'post',
      path: `${PATH}/sign-out-everywhere`,
      input: SignOutEverywhereInput,
      summary: 'End every session of a person',
    },
    async (c, { input }) => c.json(await people.signOutEverywhere(callerOf(c), input, idIn(c, 'person'))),
  );
}

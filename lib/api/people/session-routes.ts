import { SignOutEverywhereInput } from '@/lib/contracts/people';
import { callerOf } from '../api-env';
import type { Router } from '../route';
import { idIn, type PeopleRoutesDeps } from './people-routes-deps';

export function mountSessions({ route }: Router, { services: { people } }: PeopleRoutesDeps): void {
  const mine = { who: 'signed-in', tag: 'People' } as const;

  route({ ...mine, method: 'get', path: '/api/v1/sessions', summary: 'List where you are signed in' }, async (c) =>
    c.json({ sessions: await people.listSessions(callerOf(c)), nextCursor: null }),
  );
  route(
    { ...mine, method: 'delete', path: '/api/v1/sessions/{session}', summary: 'End a session at once', status: 204 },
    async (c) => {
      await people.revokeSession(callerOf(c), idIn(c, 'session'));
      return c.body(null, 204);
    },
  );
  route(
    {
      ...mine,
      method: 'post',
      path: '/api/v1/sign-out-everywhere',
      input: SignOutEverywhereInput,
      summary: 'End every session of yours, this one too',
    },
    async (c, { input }) => c.json(await people.signOutEverywhere(callerOf(c), input)),
  );
}

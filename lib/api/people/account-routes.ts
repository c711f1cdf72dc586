import { ChangePasswordInput, ChangeProfileInput, type Me } from '@/lib/contracts/people';
import { callerOf } from '../api-env';
import type { Router } from '../route';
import type { PeopleRoutesDeps } from './people-routes-deps';

/** One's own account, and who else there is. */
export function mountAccount({ route }: Router, { services: { people } }: PeopleRoutesDeps): void {
  const mine = { who: 'signed-in', tag: 'People' } as const;

  route({ ...mine, method: 'get', path: '/api/v1/me', summary: 'Who is asking, and with what rights' }, async (c) => {
    const caller = callerOf(c);
    const { role, scope } = caller.actor;
    return c.json({ user: await people.readProfile(caller), role, scope } satisfies Me);
  });
  route({ ...mine, method: 'get', path: '/api/v1/people', summary: 'Everybody with an active account' }, async (c) =>
    c.json({ people: await people.directory() }),
  );
  route({ ...mine, method: 'get', path: '/api/v1/profile', summary: 'Read your profile' }, async (c) =>
    c.json(await people.readProfile(callerOf(c))),
  );
  route(
    {
      ...mine,
      method: 'patch',
      path: '/api/v1/profile',
      input: ChangeProfileInput,
      summary: 'Change your name, time zone or preferences',
    },
    async (c, { input }) => c.json(await people.changeProfile(callerOf(c), input)),
  );
  route(
    {
      ...mine,
      method: 'post',
      path: '/api/v1/password',
      input: ChangePasswordInput,
      summary: 'Change your password; every other session ends',
    },
    async (c, { input }) => c.json(await people.changePassword(callerOf(c), input, c.get('address'))),
  );
}

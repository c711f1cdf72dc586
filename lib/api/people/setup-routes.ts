import { SetupInput } from '@/lib/contracts/people';
import type { Router } from '../route';
import type { PeopleRoutesDeps } from './people-routes-deps';

export function mountSetup({ route }: Router, { services: { people } }: PeopleRoutesDeps): void {
  route(
    {
      method: 'post',
      path: '/api/v1/setup',
      who: 'anyone',
      tag: 'Set-up',
      status: 201,
      summary: 'Make the first administrator, once, with the one-time token',
      input: SetupInput,
    },
    async (c, { input }) => c.json(await people.setup(input), 201),
  );
}

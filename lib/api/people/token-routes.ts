import { CreateTokenInput } from '@/lib/contracts/people';
import { callerOf } from '../api-env';
import type { Router } from '../route';
import { idIn, type PeopleRoutesDeps } from './people-routes-deps';

const PATH = '/api/v1/tokens';

export function mountTokens({ route }: Router, { services: { people } }: PeopleRoutesDeps): void {
  const mine = { who: 'signed-in', tag: 'People' } as const;

  route({ ...mine, method: 'get', path: PATH, summary: 'List your personal tokens' }, async (c) =>
    c.json({ tokens: await people.listTokens(callerOf(c)), nextCursor: null }),
  );
  route(
    {
      ...mine,
      method: 'post',
      path: PATH,
      input: CreateTokenInput,
      status: 201,
      summary: 'Make a personal token; its text is shown this once',
    },
    async (c, { input }) => c.json(await people.createToken(callerOf(c), input), 201),
  );
  route({ ...mine, method: 'delete', path: `${PATH}/{token}`, summary: 'End a token at once', status: 204 }, async (c) => {
    await people.revokeToken(callerOf(c), idIn(c, 'token'));
    return c.body(null, 204);
  });
}

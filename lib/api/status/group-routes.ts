import { GroupInput, MoveGroupInput } from '@/lib/contracts/status-page';
import type { Status } from '@/lib/services/status/status';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const PATH = '/api/v1/status/groups';
const ONE = `${PATH}/{group}` as const;

export function mountGroups({ route }: Router, status: Status): void {
  const admins = { who: 'admin', tag: 'Status page' } as const;

  route(
    { ...admins, method: 'post', path: PATH, input: GroupInput, status: 201, summary: 'Make a group of components' },
    async (c, { input }) => c.json(await status.createGroup(callerOf(c), input), 201),
  );
  route({ ...admins, method: 'patch', path: ONE, input: GroupInput, summary: 'Rename a group' }, async (c, { input }) =>
    c.json(await status.renameGroup(callerOf(c), idIn(c, 'group'), input)),
  );
  route(
    {
      ...{ ...admins, method: 'post', path: `${ONE}/move`, input: MoveGroupInput, status: 204 },
      summary: 'Put a group before another, or last',
    },
    async (c, { input }) => {
      await status.moveGroup(callerOf(c), idIn(c, 'group'), input);
      return c.body(null, 204);
    },
  );
  route(
    { ...admins, method: 'delete', path: ONE, status: 204, summary: 'Remove a group; its components stay, without a group' },
    async (c) => {
      await status.removeGroup(callerOf(c), idIn(c, 'group'));
      return c.body(null, 204);
    },
  );
}

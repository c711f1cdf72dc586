import {
  ChangeComponentInput,
  CreateComponentInput,
  MoveComponentInput,
  SetComponentStateInput,
} from '@/lib/contracts/status-page';
import type { Status } from '@/lib/services/status/status';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const PATH = '/api/v1/status/components';
const ONE = `${PATH}/{component}` as const;

export function mountComponents({ route }: Router, status: Status): void {
  const staff = { who: 'signed-in', tag: 'Status page' } as const;
  const admins = { who: 'admin', tag: 'Status page' } as const;

  route(
    { ...staff, method: 'get', path: '/api/v1/components', summary: 'Components with their state, to name in an update' },
    async (c) => c.json({ components: await status.listRoomComponents(callerOf(c)) }),
  );
  route({ ...staff, method: 'get', path: PATH, summary: 'Groups and components as the status page is kept' }, async (c) =>
    c.json(await status.listComponents(callerOf(c))),
  );
  route(
    { ...admins, method: 'post', path: PATH, input: CreateComponentInput, status: 201, summary: 'Add a component' },
    async (c, { input }) => c.json(await status.createComponent(callerOf(c), input), 201),
  );
  route(
    { ...admins, method: 'patch', path: ONE, input: ChangeComponentInput, summary: 'Rename, describe, show or hide a component' },
    async (c, { input }) => c.json(await status.changeComponent(callerOf(c), idIn(c, 'component'), input)),
  );
  route(
    {
      ...{ ...admins, method: 'post', path: `${ONE}/move`, input: MoveComponentInput, status: 204 },
      summary: 'Put a component into a group, before another or last',
    },
    async (c, { input }) => {
      await status.moveComponent(callerOf(c), idIn(c, 'component'), input);
      return c.body(null, 204);
    },
  );
  route({ ...staff, method: 'get', path: `${ONE}/incidents`, summary: 'Running incidents that name a component' }, async (c) =>
    c.json(await status.listIncidentsNaming(callerOf(c), idIn(c, 'component'))),
  );
  route(
    {
      ...{ ...staff, method: 'post', path: `${ONE}/state`, input: SetComponentStateInput },
      summary: 'Say by hand how a component is, and since when',
    },
    async (c, { input }) => c.json(await status.setComponentState(callerOf(c), idIn(c, 'component'), input)),
  );
  route(
    { ...admins, method: 'delete', path: ONE, summary: 'Take a component off the page; says which running incidents name it' },
    async (c) => c.json(await status.removeComponent(callerOf(c), idIn(c, 'component'))),
  );
}

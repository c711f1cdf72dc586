import {
  ChangeMaintenanceInput,
  CorrectMaintenanceUpdateInput,
  ScheduleMaintenanceInput,
  UpdateMaintenanceInput,
} from '@/lib/contracts/status-page';
import type { Status } from '@/lib/services/status/status';
import { callerOf } from '../api-env';
import { idIn } from '../people/people-routes-deps';
import type { Router } from '../route';

const PATH = '/api/v1/status/maintenance';
const ONE = `${PATH}/{maintenance}` as const;

export function mountMaintenance({ route }: Router, status: Status): void {
  const staff = { who: 'signed-in', tag: 'Status page' } as const;

  route({ ...staff, method: 'get', path: PATH, summary: 'Planned, running and past maintenance' }, async (c) =>
    c.json({ maintenance: await status.listMaintenance(callerOf(c)), nextCursor: null }),
  );
  route(
    { ...staff, method: 'post', path: PATH, input: ScheduleMaintenanceInput, status: 201, summary: 'Plan a maintenance' },
    async (c, { input }) => c.json(await status.scheduleMaintenance(callerOf(c), input), 201),
  );
  route(
    { ...staff, method: 'patch', path: ONE, input: ChangeMaintenanceInput, summary: 'Change what is planned' },
    async (c, { input }) => c.json(await status.changeMaintenance(callerOf(c), idIn(c, 'maintenance'), input)),
  );
  route(
    {
      ...{ ...staff, method: 'post', path: `${ONE}/updates`, input: UpdateMaintenanceInput, status: 201 },
      summary: 'Say how a maintenance goes; begins, ends or calls it off',
    },
    async (c, { input }) => c.json(await status.updateMaintenance(callerOf(c), idIn(c, 'maintenance'), input), 201),
  );
  route(
    {
      ...{ ...staff, method: 'patch', path: `${ONE}/updates/{update}`, input: CorrectMaintenanceUpdateInput },
      summary: 'Correct what was said; it is marked as edited',
    },
    async (c, { input }) =>
      c.json(await status.correctMaintenanceUpdate(callerOf(c), idIn(c, 'maintenance'), idIn(c, 'update'), input)),
  );
}

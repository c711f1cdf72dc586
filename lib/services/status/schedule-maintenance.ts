import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { Maintenance, ScheduleMaintenanceInput } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { findMaintenance, maintenanceOf } from './list-maintenance';
import { refuseUnknownComponents } from './maintained-components';
import type { StatusDeps } from './status-deps';

/**
 * Plans a piece of work. It begins and ends by the clock unless somebody says so earlier. Responders and administrators.
 * Throws `invalid` where it would be over already, or names a component that is not on the page.
 */
export const scheduleMaintenance =
  (deps: StatusDeps) =>
  (caller: Caller, input: ScheduleMaintenanceInput): Promise<Maintenance> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const { title, text, componentIds, isPublic } = input;
      if (input.endsAt <= now.toISOString()) {
        const message = 'It would be over already. Give a time that is still to come.';
        throw new ServiceError('invalid', message, { issues: [{ path: 'endsAt', message }] });
      }
      await refuseUnknownComponents(tx, componentIds);
      const [id, updateId] = [uuidv7(), uuidv7()];
      const times = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt), createdAt: now, updatedAt: now };
      const updates = { create: { id: updateId, phase: 'scheduled', text, at: now } };
      const said = { id, title, text, phase: 'scheduled', componentIds, isPublic, createdById: caller.actor.userId };
      await tx.maintenance.create({ data: { ...said, ...times, updates } });
      const detail = { title, startsAt: input.startsAt, endsAt: input.endsAt, isPublic };
      return {
        answer: maintenanceOf(await findMaintenance(tx, id)),
        audit: [{ action: 'maintenance.scheduled', subject: id, detail }],
        announce: isPublic ? [updateId] : [],
      };
    });

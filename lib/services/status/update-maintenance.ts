import type { Caller } from '@/lib/auth/caller';
import type { Maintenance, UpdateMaintenanceInput } from '@/lib/contracts/status-page';
import { NEXT_PHASES, type MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { findMaintenance, maintenanceOf } from './list-maintenance';
import { sayOfMaintenance } from './say-of-maintenance';
import type { StatusDeps } from './status-deps';

/**
 * Says how a maintenance goes, and with it begins or ends it. Responders and administrators. Throws `rule` for a step that
 * leads back, `conflict` where the same was said already.
 */
export const updateMaintenance =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, { phase, text }: UpdateMaintenanceInput): Promise<Maintenance> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const row = await findMaintenance(tx, id);
      const may = NEXT_PHASES[row.phase as MaintenancePhase];
      if (!may.includes(phase)) {
        const words = may.map((one) => one.replace('_', ' ')).join(', ');
        throw new ServiceError('rule', `This maintenance is ${row.phase.replace('_', ' ')}. What can be said now: ${words}.`);
      }
      const [last] = row.updates;
      if (last && last.phase === phase && last.text === text) {
        throw new ServiceError('conflict', 'This was said already, word for word. Say what is new.');
      }
      const updateId = await sayOfMaintenance(tx, row, { phase, text, at: now }, now);
      const audit = { action: 'maintenance.updated', subject: id, detail: { updateId, from: row.phase, to: phase } } as const;
      return {
        answer: maintenanceOf(await findMaintenance(tx, id)),
        audit: [audit],
        announce: row.isPublic ? [updateId] : [],
      };
    });

import type { Caller } from '@/lib/auth/caller';
import type { CorrectMaintenanceUpdateInput, Maintenance } from '@/lib/contracts/status-page';
import { notFound } from '../errors';
import { changeStatus } from './change-status';
import { findMaintenance, maintenanceOf } from './list-maintenance';
import type { StatusDeps } from './status-deps';

/** Corrects what was said of a maintenance; it is marked as edited. Nobody is told again. Responders and administrators. */
export const correctMaintenanceUpdate =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, updateId: string, { text }: CorrectMaintenanceUpdateInput): Promise<Maintenance> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const row = await findMaintenance(tx, id);
      const index = row.updates.findIndex((one) => one.id === updateId);
      const update = row.updates[index];
      if (!update) throw notFound('update');
      if (update.text === text) return { answer: maintenanceOf(row), audit: [] };
      await tx.maintenanceUpdate.update({ where: { id: updateId }, data: { text, correctedAt: now } });
      const isFirst = index === row.updates.length - 1;
      await tx.maintenance.update({ where: { id }, data: { updatedAt: now, ...(isFirst && { text }) } });
      const audit = { action: 'maintenance.corrected', subject: id, detail: { updateId } } as const;
      return { answer: maintenanceOf(await findMaintenance(tx, id)), audit: [audit] };
    });

import type { Caller } from '@/lib/auth/caller';
import type { ChangeMaintenanceInput, Maintenance } from '@/lib/contracts/status-page';
import { isOver, isUnderWay, type MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { given, isSame } from './given';
import { findMaintenance, maintenanceOf, type MaintenanceRow } from './list-maintenance';
import { refuseUnknownComponents } from './maintained-components';
import type { StatusDeps, Tx } from './status-deps';

const wrong = (path: string, message: string) => new ServiceError('invalid', message, { issues: [{ path, message }] });

function refuseUnfit(row: MaintenanceRow, { startsAt, endsAt, componentIds }: ChangeMaintenanceInput): void {
  const phase = row.phase as MaintenancePhase;
  const times = startsAt !== undefined || endsAt !== undefined;
  if (isOver({ phase }) && (times || componentIds)) {
    throw new ServiceError('rule', 'This maintenance is over: its time and its components stay. Plan a new one instead.');
  }
  if (isUnderWay({ phase }) && (startsAt !== undefined || componentIds)) {
    throw new ServiceError('rule', 'This maintenance has begun: its beginning and its components stay. Change when it ends.');
  }
  const [from, to] = [startsAt ?? row.startsAt.toISOString(), endsAt ?? row.endsAt.toISOString()];
  if (times && from >= to) throw wrong('endsAt', 'It must end after it begins.');
}

async function correctFirstWord(tx: Tx, { updates }: MaintenanceRow, text: string | undefined, now: Date): Promise<void> {
  const first = updates.at(-1);
  if (text === undefined || !first || first.text === text) return;
  await tx.maintenanceUpdate.update({ where: { id: first.id }, data: { text, correctedAt: now } });
}

/**
 * Changes what is planned. A new text corrects the first word about it, which is then marked as edited. Responders and
 * administrators. Throws `rule` for times and components of what has begun or is over.
 */
export const changeMaintenance =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, input: ChangeMaintenanceInput): Promise<Maintenance> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const before = await findMaintenance(tx, id);
      const asked = Object.entries(given(input));
      const present = maintenanceOf(before);
      const change = Object.fromEntries(
        asked.filter(([name, value]) => !isSame(present, { [name]: value })),
      ) as ChangeMaintenanceInput;
      if (Object.keys(change).length === 0) return { answer: present, audit: [] };
      refuseUnfit(before, change);
      if (change.componentIds) await refuseUnknownComponents(tx, change.componentIds);
      await correctFirstWord(tx, before, change.text, now);
      await tx.maintenance.update({ where: { id }, data: { ...change, updatedAt: now } });
      const audit = { action: 'maintenance.changed', subject: id, detail: { ...change } } as const;
      return { answer: maintenanceOf(await findMaintenance(tx, id)), audit: [audit] };
    });

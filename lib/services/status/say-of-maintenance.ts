import { uuidv7 } from 'uuidv7';
import { isUnderWay, type MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import type { MaintenanceRow } from './list-maintenance';
import type { Tx } from './status-deps';
import { statesAfter } from './states-after';

type Said = { phase: MaintenancePhase; text: string; at: Date };

/**
 * Writes an update of a maintenance and what it means for the components: under maintenance when it begins, and when it is
 * over what an incident says of them, else operational. Answers the id of the update.
 */
export async function sayOfMaintenance(tx: Tx, row: MaintenanceRow, { phase, text, at }: Said, now: Date): Promise<string> {
  const id = uuidv7();
  const was = isUnderWay({ phase: row.phase as MaintenancePhase });
  await tx.maintenanceUpdate.create({ data: { id, maintenanceId: row.id, phase, text, at } });
  await tx.maintenance.update({ where: { id: row.id }, data: { phase, updatedAt: now } });
  const change = { sourceId: id, at, kind: 'maintenance', isPublic: row.isPublic };
  if (isUnderWay({ phase }) && !was) {
    const begun = row.componentIds.map((componentId) => ({ ...change, componentId, state: 'under_maintenance' }));
    await tx.componentChange.createMany({ data: begun });
  }
  if (was && !isUnderWay({ phase })) {
    const over = await statesAfter(tx, row);
    await tx.componentChange.createMany({ data: over.map((one) => ({ ...change, ...one })) });
  }
  return id;
}

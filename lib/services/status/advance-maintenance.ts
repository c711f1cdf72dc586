import type { MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import { changeStatusByClock } from './change-status';
import { findMaintenance, type MaintenanceRow } from './list-maintenance';
import { sayOfMaintenance } from './say-of-maintenance';
import type { StatusDeps, Tx } from './status-deps';

const DUE = (now: Date) => ({
  OR: [
    { phase: 'scheduled', startsAt: { lte: now } },
    // What is being verified lasts until somebody says that it is over.
    { phase: 'in_progress', endsAt: { lte: now } },
  ],
});

type Step = { phase: MaintenancePhase; text: string; at: Date };

// Never before the last word about it: the first word stays the oldest.
const notBefore = (at: Date, { updates: [last] }: MaintenanceRow): Date => (last && last.at > at ? last.at : at);

const stepOf = (row: MaintenanceRow): Step =>
  row.phase === 'scheduled'
    ? { phase: 'in_progress', text: 'The maintenance has begun.', at: notBefore(row.startsAt, row) }
    : { phase: 'completed', text: 'The maintenance is over.', at: notBefore(row.endsAt, row) };

const inOrderOfTime = async (tx: Tx, now: Date) => {
  const due = await tx.maintenance.findFirst({
    where: DUE(now),
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return due && findMaintenance(tx, due.id);
};

/** Begins or ends, at its time, one maintenance that is due; whether there was one. */
export const advanceMaintenance = (deps: StatusDeps) => async (): Promise<boolean> => {
  // Looked at without a lock first: nearly always nothing is due.
  if (!(await deps.prisma.maintenance.findFirst({ where: DUE(deps.clock()), select: { id: true } }))) return false;
  return changeStatusByClock(deps, async (tx, now) => {
    const row = await inOrderOfTime(tx, now);
    if (!row) return { answer: false, audit: [] };
    const step = stepOf(row);
    const updateId = await sayOfMaintenance(tx, row, step, now);
    const action = step.phase === 'completed' ? 'maintenance.ended' : 'maintenance.started';
    const audit = [{ action, subject: row.id, detail: { updateId } } as const];
    return { answer: true, audit, announce: row.isPublic ? [updateId] : [] };
  });
};

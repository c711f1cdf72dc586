import type { Caller } from '@/lib/auth/caller';
import type { Maintenance, MaintenanceUpdate } from '@/lib/contracts/status-page';
import type { MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import type { Maintenance as Row, MaintenanceUpdate as UpdateRow, Prisma } from '@/lib/db/generated/client';
import { notFound } from '../errors';
import { mayRead } from './may-keep';
import type { StatusDeps, Tx } from './status-deps';

const KEPT = 200;

const NEWEST_FIRST = { updates: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } } satisfies Prisma.MaintenanceInclude;

export type MaintenanceRow = Row & { updates: UpdateRow[] };

const updateOf = ({ id, phase, text, at, correctedAt }: UpdateRow): MaintenanceUpdate => ({
  ...{ id, text, phase: phase as MaintenancePhase },
  ...{ at: at.toISOString(), correctedAt: correctedAt?.toISOString() ?? null },
});

export const maintenanceOf = ({ id, title, text, phase, componentIds, isPublic, ...row }: MaintenanceRow): Maintenance => ({
  ...{ id, title, text, phase: phase as MaintenancePhase, componentIds, isPublic },
  ...{ startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), createdAt: row.createdAt.toISOString() },
  updates: row.updates.map(updateOf),
});

/** A maintenance with its updates, newest first; throws `not_found` where there is none. */
export async function findMaintenance(tx: Tx, id: string): Promise<MaintenanceRow> {
  const found = await tx.maintenance.findUnique({ where: { id }, include: NEWEST_FIRST });
  if (!found) throw notFound('maintenance');
  return found;
}

/** The latest 200, those that begin last first. For responders and administrators. */
export const listMaintenance =
  ({ prisma }: StatusDeps) =>
  async (caller: Caller): Promise<Maintenance[]> => {
    mayRead(caller, 'responder');
    const rows = await prisma.maintenance.findMany({
      ...{ include: NEWEST_FIRST, take: KEPT },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(maintenanceOf);
  };

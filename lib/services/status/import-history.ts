import type { Caller } from '@/lib/auth/caller';
import type { ImportInput, ImportReport } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import { mustWrite } from '../people/may';
import { changeStatus } from './change-status';
import { COMPONENTS_MAX } from './create-component';
import { GROUPS_MAX } from './groups';
import { importReport } from './import-report';
import { mayRead } from './may-keep';
import { planImport, type ImportPlan } from './plan-import';
import { readHistory } from './read-history';
import type { StatusDeps, Tx } from './status-deps';

// What one statement may carry.
const ROWS = 1000;

async function inPieces<Row>(rows: readonly Row[], write: (piece: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) await write(rows.slice(from, from + ROWS));
}

async function refuseTooMany(tx: Tx, { groups, components }: ImportPlan): Promise<void> {
  const [groupCount, componentCount] = [
    await tx.componentGroup.count(),
    await tx.component.count({ where: { removedAt: null } }),
  ];
  if (groupCount + groups.added.length <= GROUPS_MAX && componentCount + components.added.length <= COMPONENTS_MAX) return;
  throw new ServiceError(
    'rule',
    `A page holds at most ${GROUPS_MAX} groups and ${COMPONENTS_MAX} components; with this import it would hold more.`,
  );
}

async function write(tx: Tx, { groups, components, incidents, maintenance, changes }: ImportPlan): Promise<void> {
  await inPieces(groups.added, (data) => tx.componentGroup.createMany({ data }));
  await inPieces(components.added, (data) => tx.component.createMany({ data }));
  await inPieces(incidents.added, (data) => tx.importedIncident.createMany({ data }));
  for (const data of incidents.changed) await tx.importedIncident.update({ where: { id: data.id }, data });
  await inPieces(maintenance.added, (data) => tx.maintenance.createMany({ data }));
  await inPieces(maintenance.updates, (data) => tx.maintenanceUpdate.createMany({ data }));
  await inPieces(changes.added, (data) => tx.componentChange.createMany({ data }));
}

const isNothing = ({ groups, components, incidents, maintenance, changes }: ImportReport) =>
  [groups, components, incidents, maintenance, changes].every(({ added, changed }) => added + changed === 0);

/**
 * Brings groups, components and history of another status page in. The same again writes nothing; what went on there
 * meanwhile is added. Subscribers are told nothing. Administrators only.
 */
export const importHistory =
  (deps: StatusDeps) =>
  async (caller: Caller, input: ImportInput): Promise<ImportReport> => {
    mustWrite(caller);
    mayRead(caller, 'admin');
    const history = await readHistory(deps, input);
    return changeStatus(deps, caller, 'admin', async (tx, now) => {
      const plan = await planImport({ tx, source: input.source, history, now });
      const answer = importReport(plan, history);
      if (isNothing(answer)) return { answer, audit: [] };
      await refuseTooMany(tx, plan);
      await write(tx, plan);
      const detail = { groups: answer.groups.added, components: answer.components.added, incidents: answer.incidents.added };
      const subject = `${input.source}:${history.site}`;
      return { answer, audit: [{ action: 'status-history.imported', subject, detail }] };
    });
  };

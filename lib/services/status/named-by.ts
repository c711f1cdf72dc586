import type { Caller } from '@/lib/auth/caller';
import type { ComponentRemoved } from '@/lib/contracts/status-page';
import { maySee } from '../incident/see-incident';
import { componentOnPage } from './list-components';
import { mayRead } from './may-keep';
import type { StatusDeps, Tx } from './status-deps';

const OVER = ['resolved', 'closed'];

/** Keys of the running incidents that told people of this component, as far as the caller may see them. */
export async function incidentsNaming(tx: Tx, caller: Caller, componentId: string): Promise<string[]> {
  const told = await tx.componentChange.findMany({
    where: { componentId, incidentId: { not: null } },
    ...{ distinct: ['incidentId'], select: { incidentId: true } },
  });
  const incidents = await tx.incident.findMany({
    where: { id: { in: told.map(({ incidentId }) => incidentId ?? '') }, status: { notIn: OVER } },
    ...{ select: { key: true, isPrivate: true, audience: true }, orderBy: { number: 'asc' } },
  });
  return incidents.filter((one) => maySee(one, caller)).map(({ key }) => key);
}

/** Which running incidents name a component: what to know before it is removed. For responders and administrators. */
export const listIncidentsNaming =
  ({ prisma }: StatusDeps) =>
  async (caller: Caller, componentId: string): Promise<ComponentRemoved> => {
    mayRead(caller, 'responder');
    await componentOnPage(prisma, componentId);
    return { incidents: await incidentsNaming(prisma, caller, componentId) };
  };

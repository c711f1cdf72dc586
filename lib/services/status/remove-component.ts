import type { Caller } from '@/lib/auth/caller';
import type { ComponentRemoved } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { componentOnPage } from './list-components';
import { incidentsNaming } from './named-by';
import type { StatusDeps } from './status-deps';

/**
 * Takes a component off the page. Incidents and maintenance that name it keep their words; the answer says which running
 * incidents do. Administrators only.
 */
export const removeComponent =
  (deps: StatusDeps) =>
  (caller: Caller, id: string): Promise<ComponentRemoved> =>
    changeStatus(deps, caller, 'admin', async (tx, removedAt) => {
      const { name } = await componentOnPage(tx, id);
      const incidents = await incidentsNaming(tx, caller, id);
      await tx.component.update({ where: { id }, data: { removedAt } });
      return { answer: { incidents }, audit: [{ action: 'component.removed', subject: id, detail: { name, incidents } }] };
    });

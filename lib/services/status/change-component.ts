import type { Caller } from '@/lib/auth/caller';
import type { ChangeComponentInput, PageComponent } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { given, isSame } from './given';
import { componentOnPage, readComponent } from './list-components';
import { refuseSameComponent } from './same-component';
import type { StatusDeps } from './status-deps';

/** Changes name, description and who sees a component. Administrators only. Throws `conflict` where the name is taken. */
export const changeComponent =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, input: ChangeComponentInput): Promise<PageComponent> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      const before = await componentOnPage(tx, id);
      const change = given(input);
      if (isSame(before, change)) return { answer: await readComponent(tx, id), audit: [] };
      if (change.name !== undefined) await refuseSameComponent(tx, change.name, before.groupId, id);
      await tx.component.update({ where: { id }, data: change });
      return { answer: await readComponent(tx, id), audit: [{ action: 'component.changed', subject: id, detail: change }] };
    });

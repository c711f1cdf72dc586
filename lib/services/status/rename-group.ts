import type { Caller } from '@/lib/auth/caller';
import type { ComponentGroup, GroupInput } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { groupOnPage, refuseSameGroup } from './groups';
import type { StatusDeps } from './status-deps';

/** Gives a group another name. Administrators only. Throws `conflict` where the name is taken. */
export const renameGroup =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, { name }: GroupInput): Promise<ComponentGroup> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      const before = await groupOnPage(tx, id);
      if (before.name === name) return { answer: before, audit: [] };
      await refuseSameGroup(tx, name, id);
      await tx.componentGroup.update({ where: { id }, data: { name } });
      const detail = { from: before.name, to: name };
      return { answer: { id, name }, audit: [{ action: 'component-group.renamed', subject: id, detail }] };
    });

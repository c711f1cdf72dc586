import type { Caller } from '@/lib/auth/caller';
import { changeStatus } from './change-status';
import { groupOnPage } from './groups';
import { idsInGroup, placeComponents } from './places';
import type { StatusDeps } from './status-deps';

/** Removes a group; its components stay on the page, without a group, after those that had none. Administrators only. */
export const removeGroup =
  (deps: StatusDeps) =>
  (caller: Caller, id: string): Promise<void> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      const { name } = await groupOnPage(tx, id);
      const [loose, freed] = [await idsInGroup(tx, null), await idsInGroup(tx, id)];
      await placeComponents(tx, null, [...loose, ...freed]);
      await tx.component.updateMany({ where: { groupId: id }, data: { groupId: null } });
      await tx.componentGroup.delete({ where: { id } });
      return {
        answer: undefined,
        audit: [{ action: 'component-group.removed', subject: id, detail: { name, components: freed } }],
      };
    });

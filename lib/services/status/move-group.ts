import type { Caller } from '@/lib/auth/caller';
import type { MoveGroupInput } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { movedBefore } from './component-order';
import { groupOnPage } from './groups';
import { idsOfGroups, isThereAlready, placeGroups } from './places';
import type { StatusDeps } from './status-deps';

/** Puts a group before another, or last. Administrators only. Throws `conflict` where the other was removed meanwhile. */
export const moveGroup =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, { beforeId }: MoveGroupInput): Promise<void> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      await groupOnPage(tx, id);
      const ids = await idsOfGroups(tx);
      if (isThereAlready(ids, id, beforeId)) return { answer: undefined, audit: [] };
      await placeGroups(tx, movedBefore(ids, id, beforeId));
      return { answer: undefined, audit: [{ action: 'component-group.moved', subject: id, detail: { beforeId } }] };
    });

import type { Caller } from '@/lib/auth/caller';
import type { MoveComponentInput } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { movedBefore } from './component-order';
import { groupOnPage } from './groups';
import { componentOnPage } from './list-components';
import { idsInGroup, isThereAlready, placeComponents } from './places';
import { refuseSameComponent } from './same-component';
import type { StatusDeps } from './status-deps';

/**
 * Puts a component into a group (null: none), before another or last. It is said relative to a neighbour, so that two who
 * move different ones at once both get what they meant. Administrators only. Throws `conflict` where the neighbour left.
 */
export const moveComponent =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, { groupId, beforeId }: MoveComponentInput): Promise<void> =>
    changeStatus(deps, caller, 'admin', async (tx) => {
      const { name } = await componentOnPage(tx, id);
      if (groupId !== null) await groupOnPage(tx, groupId);
      const ids = await idsInGroup(tx, groupId);
      if (isThereAlready(ids, id, beforeId)) return { answer: undefined, audit: [] };
      await refuseSameComponent(tx, name, groupId, id);
      await placeComponents(tx, groupId, movedBefore(ids, id, beforeId));
      return { answer: undefined, audit: [{ action: 'component.moved', subject: id, detail: { groupId, beforeId } }] };
    });

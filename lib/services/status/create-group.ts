import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { ComponentGroup, GroupInput } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { GROUPS_MAX, refuseSameGroup } from './groups';
import { idsOfGroups } from './places';
import type { StatusDeps } from './status-deps';

/** A new group of components, after the others. Administrators only. Throws `conflict` where the name is taken. */
export const createGroup =
  (deps: StatusDeps) =>
  (caller: Caller, { name }: GroupInput): Promise<ComponentGroup> =>
    changeStatus(deps, caller, 'admin', async (tx, createdAt) => {
      await refuseSameGroup(tx, name);
      const others = await idsOfGroups(tx);
      if (others.length >= GROUPS_MAX) {
        throw new ServiceError('rule', `A page holds at most ${GROUPS_MAX} groups. Remove one that nobody needs.`);
      }
      const id = uuidv7();
      const last = await tx.componentGroup.aggregate({ _max: { position: true } });
      await tx.componentGroup.create({ data: { id, name, position: (last._max.position ?? 0) + 1, createdAt } });
      return { answer: { id, name }, audit: [{ action: 'component-group.created', subject: id, detail: { name } }] };
    });

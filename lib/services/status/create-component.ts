import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { CreateComponentInput, PageComponent } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { groupOnPage } from './groups';
import { readComponent } from './list-components';
import { refuseSameComponent } from './same-component';
import type { StatusDeps } from './status-deps';

export const COMPONENTS_MAX = 1000;

/** A new component, last in its group. Administrators only. Throws `conflict` where the group has one of that name. */
export const createComponent =
  (deps: StatusDeps) =>
  (caller: Caller, { name, description, groupId, isPublic }: CreateComponentInput): Promise<PageComponent> =>
    changeStatus(deps, caller, 'admin', async (tx, createdAt) => {
      if (groupId !== null) await groupOnPage(tx, groupId);
      await refuseSameComponent(tx, name, groupId);
      if ((await tx.component.count({ where: { removedAt: null } })) >= COMPONENTS_MAX) {
        throw new ServiceError('rule', `A page holds at most ${COMPONENTS_MAX} components. Remove one that nobody needs.`);
      }
      const last = await tx.component.aggregate({ where: { groupId, removedAt: null }, _max: { position: true } });
      const position = (last._max.position ?? 0) + 1;
      const id = uuidv7();
      await tx.component.create({ data: { id, name, description, groupId, position, isPublic, createdAt } });
      const audit = { action: 'component.created', subject: id, detail: { name, groupId, isPublic } } as const;
      return { answer: await readComponent(tx, id), audit: [audit] };
    });

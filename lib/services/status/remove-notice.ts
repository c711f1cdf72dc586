import type { Caller } from '@/lib/auth/caller';
import { changeStatus } from './change-status';
import { findNotice } from './list-notices';
import type { StatusDeps } from './status-deps';

/** Removes a notice as if it had never been pinned. Responders and administrators. */
export const removeNotice =
  (deps: StatusDeps) =>
  (caller: Caller, id: string): Promise<void> =>
    changeStatus(deps, caller, 'responder', async (tx, removedAt) => {
      const { text } = await findNotice(tx, id);
      await tx.notice.update({ where: { id }, data: { removedAt } });
      return { answer: undefined, audit: [{ action: 'notice.removed', subject: id, detail: { text } }] };
    });

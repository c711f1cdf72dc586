import type { Caller } from '@/lib/auth/caller';
import type { Notice } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { findNotice, noticeOf } from './list-notices';
import type { StatusDeps } from './status-deps';

/** Takes a notice off the page from now on. Twice is once. Responders and administrators. */
export const endNotice =
  (deps: StatusDeps) =>
  (caller: Caller, id: string): Promise<Notice> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const before = await findNotice(tx, id);
      if (before.endsAt && before.endsAt <= now) return { answer: noticeOf(before), audit: [] };
      const row = await tx.notice.update({ where: { id }, data: { endsAt: now } });
      return { answer: noticeOf(row), audit: [{ action: 'notice.ended', subject: id }] };
    });

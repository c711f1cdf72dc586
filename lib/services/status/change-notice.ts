import type { Caller } from '@/lib/auth/caller';
import type { ChangeNoticeInput, Notice } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { given, isSame } from './given';
import { findNotice, noticeOf } from './list-notices';
import { refusePastEnd } from './notice-end';
import type { StatusDeps } from './status-deps';

/** Rewords a notice, which marks it as edited, or changes who sees it and until when. Responders and administrators. */
export const changeNotice =
  (deps: StatusDeps) =>
  (caller: Caller, id: string, input: ChangeNoticeInput): Promise<Notice> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const before = await findNotice(tx, id);
      const change = given(input);
      if (isSame(noticeOf(before), change)) return { answer: noticeOf(before), audit: [] };
      if (change.endsAt !== noticeOf(before).endsAt) refusePastEnd(change.endsAt, now);
      const isReworded = change.text !== undefined && change.text !== before.text;
      const row = await tx.notice.update({ where: { id }, data: { ...change, ...(isReworded && { editedAt: now }) } });
      return { answer: noticeOf(row), audit: [{ action: 'notice.changed', subject: id, detail: change }] };
    });

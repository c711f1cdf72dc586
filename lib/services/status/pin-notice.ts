import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { Notice, PinNoticeInput } from '@/lib/contracts/status-page';
import { changeStatus } from './change-status';
import { noticeOf } from './list-notices';
import { refusePastEnd } from './notice-end';
import type { StatusDeps } from './status-deps';

/** Pins a word that belongs to no incident to the top of the page. Responders and administrators. */
export const pinNotice =
  (deps: StatusDeps) =>
  (caller: Caller, { text, isPublic, endsAt }: PinNoticeInput): Promise<Notice> =>
    changeStatus(deps, caller, 'responder', async (tx, createdAt) => {
      refusePastEnd(endsAt, createdAt);
      const id = uuidv7();
      const data = { id, text, isPublic, createdAt, endsAt: endsAt === null ? null : new Date(endsAt) };
      const row = await tx.notice.create({ data });
      return { answer: noticeOf(row), audit: [{ action: 'notice.pinned', subject: id, detail: { text, isPublic } }] };
    });

'use client';

import clsx from 'clsx';
import { Bell, BellOff } from 'lucide-react';
import { useMe } from '@/components/shell/me';
import { Popover } from '@/components/ui/popover';
import { useNow } from '@/components/ui/time/now';
import { isQuiet } from '@/lib/core/notices/quiet';
import { NoticePanel } from './notice-panel';
import { useNoticeToasts } from './use-notice-toasts';
import { useNotices } from './use-notices';
import { useTitleCount } from './use-title-count';

const SHOWN_MAX = 99;

function labelOf(unread: number, quiet: boolean): string {
  const count = unread === 0 ? 'nothing new' : `${unread} new`;
  return `Notices, ${count}${quiet ? ', quiet' : ''}`;
}

/** What one should know, in the bar on every page: how much is new, and the list of it. */
export function NoticeBell() {
  const { preferences } = useMe();
  const { page, markRead } = useNotices();
  const nowMs = useNow(10_000);
  const unread = page?.unread ?? 0;
  const quiet = nowMs !== null && isQuiet({ quiet: preferences.quiet, quietHours: preferences.notices.quietHours }, nowMs);
  useTitleCount(unread);
  useNoticeToasts(page);
  const Icon = quiet ? BellOff : Bell;
  return (
    <Popover
      label="Notices"
      align="end"
      className="flex max-h-[min(36rem,80dvh)] w-96 flex-col p-0!"
      trigger={
        <button
          type="button"
          aria-label={labelOf(unread, quiet)}
          className="relative flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink touch:size-11"
        >
          <Icon aria-hidden className="size-4" />
          {unread > 0 && (
            <span
              aria-hidden
              className={clsx(
                'absolute top-0 right-0 min-w-4 rounded-full px-1 text-center text-[0.65rem] leading-4 font-semibold tabular-nums',
                quiet ? 'bg-pressed text-ink' : 'bg-accent text-on-accent',
              )}
            >
              {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
            </span>
          )}
        </button>
      }
    >
      {(close) => <NoticePanel page={page} markRead={markRead} onFollow={close} />}
    </Popover>
  );
}

'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { IconButton } from '@/components/ui/icon-button';
import { Time } from '@/components/ui/time/time';
import { hrefOf, type NoticeItem } from '@/lib/contracts/notices';
import { noticeText } from '@/lib/core/notices/notice';

type NoticeRowProps = { notice: NoticeItem; onRead: () => void; onFollow: () => void };

/** One notice: what, when, the words that it is about. Following it is reading it. */
export function NoticeRow({ notice, onRead, onFollow }: NoticeRowProps) {
  const isNew = notice.readAt === null;
  function follow() {
    if (isNew) onRead();
    onFollow();
  }
  return (
    <li className="flex items-start gap-1 pr-2 hover:bg-hover">
      <Link href={hrefOf(notice)} prefetch={false} onClick={follow} className="flex min-w-0 flex-1 items-start gap-2 px-3 py-1.5">
        <span
          aria-hidden
          className={clsx('mt-1.5 size-2 shrink-0 rounded-full', isNew ? 'bg-accent' : 'border border-line-strong')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className={clsx('min-w-0', isNew && 'font-medium')}>
              {isNew && <span className="sr-only">New: </span>}
              {noticeText(notice)}
            </span>
            <Time at={notice.at} shape="relative" className="shrink-0 text-xs text-muted" />
          </span>
          {notice.text && <span className="line-clamp-2 text-xs break-words text-muted">{notice.text}</span>}
        </span>
      </Link>
      <span className="flex size-6 shrink-0 pt-1 touch:size-11">
        {isNew && (
          <IconButton label={`Mark as read: ${noticeText(notice)}`} size="sm" onClick={onRead}>
            <Check />
          </IconButton>
        )}
      </span>
    </li>
  );
}

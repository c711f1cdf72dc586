'use client';

import { Bell } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { SeverityBars } from '@/components/ui/severity-badge';
import type { NoticeItem, NoticePage } from '@/lib/contracts/notices';
import { NoticeRow } from './notice-row';
import { QuietMode } from './quiet-mode';

type Mark = (which: { ids: string[] } | { all: true }) => Promise<void>;
type NoticePanelProps = { page: NoticePage | null; markRead: Mark; onFollow: () => void };

/** The notices by incident, the one with the newest first. */
function groupsOf(notices: readonly NoticeItem[]): NoticeItem[][] {
  const groups = new Map<string, NoticeItem[]>();
  for (const notice of notices) groups.set(notice.incident.key, [...(groups.get(notice.incident.key) ?? []), notice]);
  return [...groups.values()];
}

export function NoticePanel({ page, markRead, onFollow }: NoticePanelProps) {
  const notices = page?.notices ?? [];
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-2 border-b border-line px-3">
        <h2 className="font-semibold">Notices</h2>
        {(page?.unread ?? 0) > 0 && (
          <Button size="sm" variant="ghost" onClick={() => void markRead({ all: true })}>
            Mark all as read
          </Button>
        )}
      </div>
      {/* Not the choice below: a key pressed too early would make it quiet. */}
      <div
        className="min-h-24 flex-1 overflow-y-auto outline-offset-[-2px]"
        aria-label="Notices by incident"
        role="region"
        tabIndex={-1}
        data-autofocus
      >
        {page && notices.length === 0 && (
          <p className="flex items-center gap-2 px-3 py-6 text-muted">
            <Bell aria-hidden className="size-4 shrink-0 text-faint" />
            Nothing for you yet. Whoever writes @ and your name reaches you here.
          </p>
        )}
        {!page && <p className="px-3 py-6 text-muted">Reading …</p>}
        {groupsOf(notices).map((group) => (
          <IncidentGroup key={group[0]?.incident.key} notices={group} markRead={markRead} onFollow={onFollow} />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-3 py-2">
        <QuietMode />
        <Link
          href="/settings/notifications"
          onClick={onFollow}
          className="rounded-sm text-xs text-muted underline decoration-line-strong underline-offset-2 hover:text-ink touch:py-3"
        >
          What reaches you, and how
        </Link>
      </div>
    </>
  );
}

function IncidentGroup({ notices, markRead, onFollow }: { notices: NoticeItem[]; markRead: Mark; onFollow: () => void }) {
  const [first] = notices;
  if (!first) return null;
  const { key, title, severity } = first.incident;
  return (
    <section aria-label={key} className="border-b border-line last:border-b-0">
      <h3 className="flex items-center gap-1.5 px-3 pt-2 pb-1 text-xs text-muted">
        <SeverityBars severity={severity} />
        <span className="font-mono font-medium">{key}</span>
        <span className="min-w-0 truncate">{title}</span>
      </h3>
      <ul>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onRead={() => void markRead({ ids: [notice.id] })} onFollow={onFollow} />
        ))}
      </ul>
    </section>
  );
}

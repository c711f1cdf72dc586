'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useMe } from '@/components/shell/me';
import { toast } from '@/components/ui/toast';
import { hrefOf, type NoticePage } from '@/lib/contracts/notices';
import { noticeText } from '@/lib/core/notices/notice';
import { isQuiet } from '@/lib/core/notices/quiet';

/** Says in passing what is new, unless one is in that room, or does not want to be disturbed. */
export function useNoticeToasts(page: NoticePage | null) {
  const { preferences } = useMe();
  const path = usePathname();
  const router = useRouter();
  const known = useRef<Set<string> | null>(null);

  useEffect(() => {
    if (!page) return;
    const before = known.current;
    known.current = new Set(page.notices.map(({ id }) => id));
    // What was there when the page was opened is in the bell.
    if (!before || isQuiet({ quiet: preferences.quiet, quietHours: preferences.notices.quietHours }, Date.now())) return;
    const fresh = page.notices.filter(
      ({ id, readAt, incident }) => !before.has(id) && readAt === null && !path.startsWith(`/incidents/${incident.key}`),
    );
    const [latest] = fresh;
    if (!latest) return;
    const more = fresh.length > 1 ? `, and ${fresh.length - 1} more` : '';
    toast.info(`${noticeText(latest)}${more}`, {
      id: 'notice',
      detail: `${latest.incident.key} ${latest.incident.title}`,
      action: { label: 'Open', onClick: () => router.push(hrefOf(latest)) },
    });
  }, [page, path, preferences, router]);
}

'use client';

import { ClipboardCopy, Printer } from 'lucide-react';
import { useRoom } from '@/components/room/room-provider';
import { copyText } from '@/components/room/copy-text';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { localOffsetMin } from '@/components/ui/time/local-zone';
import { useZone } from '@/components/ui/time/zone';
import type { Brief } from '@/lib/core/method/brief';
import { briefMarkdown } from '@/lib/core/method/brief-markdown';
import { briefText } from '@/lib/core/method/brief-text';

/** Takes the brief elsewhere: to a chat, a document, or on paper. */
export function CopyBrief({ brief }: { brief: Brief }) {
  const offsetMs = useRoom((view) => view.clockOffsetMs);
  const zone = useZone();

  function copy(write: typeof briefText, said: string) {
    const nowMs = Date.now() + offsetMs;
    const offsetMin = zone === 'utc' ? 0 : localOffsetMin(nowMs);
    void copyText(write(brief, { now: new Date(nowMs).toISOString(), offsetMin }), said);
  }

  return (
    <>
      <Menu
        label="Copy the brief"
        align="end"
        trigger={
          <Button size="sm" variant="ghost" icon={<ClipboardCopy aria-hidden />}>
            Copy
          </Button>
        }
      >
        <MenuItem onSelect={() => copy(briefMarkdown, 'Brief copied as Markdown.')}>Copy as Markdown</MenuItem>
        <MenuItem onSelect={() => copy(briefText, 'Brief copied as plain text.')}>Copy as plain text</MenuItem>
      </Menu>
      <IconButton label="Print" keys="Ctrl P" onClick={() => window.print()}>
        <Printer />
      </IconButton>
    </>
  );
}

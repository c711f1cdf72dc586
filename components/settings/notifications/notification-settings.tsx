'use client';

import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { toast } from '@/components/ui/toast';
import type { PushBrowsers } from '@/lib/contracts/notices';
import type { Preferences } from '@/lib/contracts/people';
import { QuietMode } from '@/components/notices/quiet-mode';
import { PageHead, Panel, Setting } from '../section';
import { useChange } from '../use-change';
import { ChannelTable } from './channel-table';
import { PushSettings } from './push-settings';
import { QuietHoursSetting } from './quiet-hours-setting';

type NotificationSettingsProps = { push: PushBrowsers; hasMail: boolean };

/** What reaches somebody, how, and when not. */
export function NotificationSettings({ push, hasMail }: NotificationSettingsProps) {
  // Drawn at once, and each change on top of the one before: the answer of the server comes later.
  const [notices, setNotices] = useState(useMe().preferences.notices);
  const { change } = useChange();

  async function set(changed: Partial<Preferences['notices']>) {
    const next = { ...notices, ...changed };
    setNotices(next);
    const answer = await change('PATCH', '/api/v1/profile', { preferences: { notices: next } });
    if (answer.ok) return;
    setNotices(notices);
    toast.error(answer.message);
  }

  return (
    <>
      <PageHead title="Notifications" lead="What you are told of, and how. Nothing is ever told of what you did yourself." />
      <ChannelTable notices={notices} hasMail={hasMail} onChange={(channels) => void set({ channels })} />
      <Panel>
        <Setting title="Quiet mode" hint="Nothing pops up and nothing is pushed. The bell still counts, and mail still comes.">
          <QuietMode />
        </Setting>
        <QuietHoursSetting quietHours={notices.quietHours} onChange={(quietHours) => void set({ quietHours })} />
      </Panel>
      <PushSettings push={push} />
    </>
  );
}

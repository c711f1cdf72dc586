import type { Metadata } from 'next';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { NoticeSettings } from '@/components/settings/status/notice-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'Notices' };

export default async function NoticesPage() {
  const caller = await requireCaller();
  if (caller.actor.role === 'viewer') return <NotForYou title="Notices" whose="responders" />;
  return <NoticeSettings notices={await runtime().services.status.listNotices(caller)} />;
}

import type { Metadata } from 'next';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { PublishingSettings } from '@/components/settings/status/publishing-settings';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'Publishing' };

export default async function PublishingPage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <NotForYou title="Publishing" whose="administrators" />;
  return <PublishingSettings />;
}

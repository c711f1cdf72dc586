import type { Metadata } from 'next';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { PageSettings } from '@/components/settings/status/page-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'About the page' };

export default async function AboutThePage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <NotForYou title="About the page" whose="administrators" />;
  const { services, publicUrl } = runtime();
  return <PageSettings saved={await services.status.readPage(caller)} publicUrl={publicUrl} />;
}

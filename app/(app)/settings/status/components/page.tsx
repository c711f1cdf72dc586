import type { Metadata } from 'next';
import { ComponentSettings } from '@/components/settings/status/component-settings';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'Components' };

export default async function ComponentsPage() {
  const caller = await requireCaller();
  if (caller.actor.role === 'viewer') return <NotForYou title="Components" whose="responders" />;
  return <ComponentSettings saved={await runtime().services.status.listComponents(caller)} />;
}

import type { Metadata } from 'next';
import { MaintenanceSettings } from '@/components/settings/status/maintenance-settings';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'Maintenance' };

export default async function MaintenancePage() {
  const caller = await requireCaller();
  if (caller.actor.role === 'viewer') return <NotForYou title="Maintenance" whose="responders" />;
  const { status } = runtime().services;
  const [maintenance, components] = await Promise.all([status.listMaintenance(caller), status.listComponents(caller)]);
  return <MaintenanceSettings maintenance={maintenance} components={components} />;
}

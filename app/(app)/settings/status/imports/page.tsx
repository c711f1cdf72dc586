import type { Metadata } from 'next';
import { ImportSettings } from '@/components/settings/status/import-settings';
import { NotForYou } from '@/components/settings/status/not-for-you';
import { requireCaller } from '../../../../require-caller';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <NotForYou title="Imports" whose="administrators" />;
  return <ImportSettings />;
}

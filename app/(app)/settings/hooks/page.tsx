import type { Metadata } from 'next';
import { AdminsOnly } from '@/components/settings/admins-only';
import { HookSettings } from '@/components/settings/hooks/hook-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Hooks' };

export default async function HooksPage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <AdminsOnly title="Hooks" />;
  return <HookSettings hooks={await runtime().services.hooks.list(caller)} />;
}

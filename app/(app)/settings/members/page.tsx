import type { Metadata } from 'next';
import { AdminsOnly } from '@/components/settings/admins-only';
import { MemberSettings } from '@/components/settings/member-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <AdminsOnly title="Members" />;
  return <MemberSettings members={await runtime().services.people.listMembers(caller)} />;
}

import type { Metadata } from 'next';
import { AdminsOnly } from '@/components/settings/admins-only';
import { InvitationSettings } from '@/components/settings/invitation-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Invitations' };

export default async function InvitationsPage() {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <AdminsOnly title="Invitations" />;
  return <InvitationSettings invitations={await runtime().services.people.listInvitations(caller)} />;
}

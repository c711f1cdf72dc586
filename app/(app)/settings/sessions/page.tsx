import type { Metadata } from 'next';
import { SessionSettings } from '@/components/settings/session-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Sessions' };

export default async function SessionsPage() {
  const caller = await requireCaller();
  return <SessionSettings sessions={await runtime().services.people.listSessions(caller)} />;
}

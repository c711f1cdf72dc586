import type { Metadata } from 'next';
import * as z from 'zod/mini';
import { AdminsOnly } from '@/components/settings/admins-only';
import { SubscriberSettings } from '@/components/settings/subscribers/subscriber-settings';
import { ListSubscribersQuery } from '@/lib/contracts/subscribers';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Subscribers' };

export default async function SubscribersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <AdminsOnly title="Subscribers" />;
  // What nobody would ask for shows everything.
  const { data: query = {} } = z.safeParse(ListSubscribersQuery, await searchParams);
  return <SubscriberSettings list={await runtime().services.subscribers.listSubscribers(caller, query)} query={query} />;
}

import type { Metadata } from 'next';
import * as z from 'zod/mini';
import { AdminsOnly } from '@/components/settings/admins-only';
import { DeliverySettings } from '@/components/settings/deliveries/delivery-settings';
import { ListDeliveriesQuery } from '@/lib/contracts/deliveries';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'Deliveries' };

export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const caller = await requireCaller();
  if (caller.actor.role !== 'admin') return <AdminsOnly title="Deliveries" />;
  // What nobody would ask for shows everything.
  const { data: query = {} } = z.safeParse(ListDeliveriesQuery, await searchParams);
  return <DeliverySettings list={await runtime().services.deliveries.list(caller, query)} query={query} />;
}

import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { ManageSubscription } from '@/components/subscribe/manage-subscription';
import { UnknownLink } from '@/components/subscribe/unknown-link';
import { SHOWN_SECRET } from '@/lib/contracts/shown-secret';
import type { OwnSubscription } from '@/lib/contracts/subscribers';
import { runtime } from '@/lib/runtime';
import { oneOf, type Search } from '../search';

export const metadata: Metadata = { title: 'Your updates' };

async function read(token: string): Promise<OwnSubscription | null> {
  try {
    return await runtime().services.subscribers.readSubscription(token);
  } catch (error) {
    if ((error as { code?: string }).code === 'not_found') return null;
    throw error;
  }
}

export default async function ManagePage({ searchParams }: { searchParams: Search }) {
  const { token, said, problem } = await searchParams;
  const options = await runtime().services.subscribers.subscribeOptions();
  if (!options) notFound();
  const subscription = await read(oneOf(token) ?? '');
  if (!subscription) return <UnknownLink />;
  const secret = said === 'webhook' ? ((await cookies()).get(SHOWN_SECRET)?.value ?? null) : null;
  const shown = { token: oneOf(token) ?? '', said: oneOf(said), problem: oneOf(problem), secret };
  return <ManageSubscription subscription={subscription} options={options} {...shown} />;
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubscribeForms } from '@/components/subscribe/subscribe-forms';
import { runtime } from '@/lib/runtime';
import { oneOf, type Search } from './search';

export const metadata: Metadata = { title: 'Get updates' };

export default async function SubscribePage({ searchParams }: { searchParams: Search }) {
  const options = await runtime().services.subscribers.subscribeOptions();
  if (!options) notFound();
  const { said, problem, by } = await searchParams;
  return (
    <SubscribeForms
      options={options}
      isMailed={said === 'mailed'}
      problem={oneOf(problem)}
      by={by === 'webhook' ? 'webhook' : 'mail'}
    />
  );
}

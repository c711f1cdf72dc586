import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/subscribe/public-frame';
import { runtime } from '@/lib/runtime';

export default async function SubscribeLayout({ children }: { children: ReactNode }) {
  const options = await runtime().services.subscribers.subscribeOptions();
  if (!options) notFound();
  return <PublicFrame pageName={options.pageName}>{children}</PublicFrame>;
}

import type { Metadata } from 'next';
import { ConfirmForm } from '@/components/subscribe/confirm-form';
import { oneOf, type Search } from '../search';

export const metadata: Metadata = { title: 'Confirm' };

/** Looked at by programs that check mail too: it changes nothing before somebody presses the button. */
export default async function ConfirmPage({ searchParams }: { searchParams: Search }) {
  const { token, problem } = await searchParams;
  return <ConfirmForm token={oneOf(token) ?? ''} problem={oneOf(problem)} />;
}

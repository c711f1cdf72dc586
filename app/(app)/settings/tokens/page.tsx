import type { Metadata } from 'next';
import { TokenSettings } from '@/components/settings/token-settings';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../../require-caller';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage() {
  const caller = await requireCaller();
  const { services, publicUrl } = runtime();
  return <TokenSettings tokens={await services.people.listTokens(caller)} publicUrl={publicUrl} />;
}

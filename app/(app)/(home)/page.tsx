import type { Metadata } from 'next';
import { Home } from '@/components/home/home';
import { isAsking, queryText, readQuery, RECENT_QUERY } from '@/components/home/incident-query';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../../require-caller';

export const metadata: Metadata = { title: 'Incidents · Warroom' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: Props) {
  const asked = Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const query = readQuery(new URLSearchParams(asked));
  const text = queryText(query);
  const caller = await requireCaller();
  const { services, publicUrl } = runtime();
  const { status, severity, q } = query;
  const filter = isAsking(query)
    ? { q: q || undefined, status: status.length > 0 ? status : undefined, severity: severity.length > 0 ? severity : undefined }
    : { status: ['resolved', 'closed'] };
  const [page, practice, turns] = await Promise.all([
    services.incidents.list(caller, { ...filter, limit: 50 }),
    services.incidents.listPractice(caller),
    services.incidents.listTurns(caller),
  ]);
  return <Home initial={{ query: text || RECENT_QUERY, page }} turns={turns} practice={practice} publicUrl={publicUrl} />;
}

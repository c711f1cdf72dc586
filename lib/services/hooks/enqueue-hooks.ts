import type { ClientBase, Pool } from 'pg';
import { headlineOf } from '@/lib/core/hooks/headline-of';
import type { HookNews } from '@/lib/core/hooks/hook-news';
import { shaped, type HookShape } from '@/lib/core/hooks/shape';
import { enqueueDeliveries, type NewDelivery } from '../delivery/enqueue-deliveries';
import type { WebhookCall } from '../delivery/payloads';
import type { HookDeps } from './hook-deps';

/** A call, with what it tells in a few words for whoever looks at the list. */
export type HookCall = WebhookCall & { about: string };

type Target = { id: string; url: string; shape: HookShape };

const LISTENING = `SELECT id, url, shape FROM hook WHERE is_enabled AND removed_at IS NULL AND events && $1::text[]`;

/** The message for one hook. */
export function hookDelivery(hook: Target, news: HookNews, incidentId: string | null, publicUrl: string): NewDelivery {
  const body = shaped(hook.shape, news, publicUrl);
  const payload: HookCall = { url: hook.url, body, isSigned: hook.shape === 'standard', about: headlineOf(news) };
  const target = { targetKind: 'hook', targetId: hook.id } as const;
  return { channel: 'webhook', dedupKey: `hook:${hook.id}:${news.key}`, ...target, incidentId, payload };
}

/** Queues a message for every hook that wants to be told of it, each once by its key. Runs in the caller's transaction. */
export async function enqueueHooks(
  client: ClientBase | Pool,
  { clock, publicUrl }: Pick<HookDeps, 'clock' | 'publicUrl'>,
  { news, incidentId }: { news: HookNews; incidentId: string },
): Promise<void> {
  const { rows } = await client.query<Target>(LISTENING, [news.events]);
  const deliveries = rows.map((hook) => hookDelivery(hook, news, incidentId, publicUrl));
  await enqueueDeliveries(client, deliveries, clock());
}

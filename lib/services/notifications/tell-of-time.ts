import { inTransaction } from '@/lib/db/transaction';
import { newsOfPromise, type HookNews } from '@/lib/core/hooks/hook-news';
import { isOverdue, timedNotices } from '@/lib/core/notices/timed-notices';
import { enqueueHooks } from '../hooks/enqueue-hooks';
import type { NoticeDeps } from './notice-deps';
import { readReachable } from './reachable-people';
import { writeNotices } from './write-notices';

// What ran out longer ago was told of, or nobody was there to be told: it is not news.
const SQL = `SELECT id FROM incident WHERE NOT is_practice AND status <> 'closed' AND (
    (next_update_at <= $1 AND next_update_at > $1::timestamptz - interval '1 day')
    OR EXISTS (SELECT 1 FROM hypothesis h WHERE h.incident_id = incident.id AND h.state = 'testing'
      AND h.test_by <= $1 AND h.test_by > $1::timestamptz - interval '1 day'))`;
const REMEMBERED = 10_000;

/** Tells of promises overdue and time-boxes over, each once however often it is asked. */
export function tellOfTime(deps: NoticeDeps): () => Promise<void> {
  // Spares the database what this process told already; the keys of the rows make it once.
  const known = new Set<string>();

  async function tellOf(incidentId: string, now: Date): Promise<void> {
    const state = await deps.present(incidentId);
    if (!state) return;
    const people = await readReachable(deps.pool);
    const at = now.toISOString();
    const notices = timedNotices(state, at, people).filter(({ dedupKey }) => !known.has(dedupKey));
    const promise = isOverdue(state, at) ? newsOfPromise(state) : null;
    const news: HookNews | null = promise && known.has(promise.key) ? null : promise;
    if (notices.length === 0 && !news) return;
    const told = await inTransaction(deps.pool, async (client) => {
      if (news) await enqueueHooks(client, deps, { news, incidentId });
      return writeNotices(client, deps, { state, notices, people });
    });
    if (known.size > REMEMBERED) known.clear();
    for (const { dedupKey } of notices) known.add(dedupKey);
    if (news) known.add(news.key);
    if (told && told.length > 0) deps.noticed(told);
  }

  return async () => {
    const now = deps.clock();
    const { rows } = await deps.pool.query<{ id: string }>(SQL, [now]);
    for (const { id } of rows) await tellOf(id, now);
  };
}

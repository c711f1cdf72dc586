import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { inTransaction } from '@/lib/db/transaction';
import { newsOf } from '@/lib/core/hooks/hook-news';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { noticesOf } from '@/lib/core/notices/notices-of';
import { enqueueHooks } from '../hooks/enqueue-hooks';
import type { NotifyPayload } from '../incident/effects-of';
import { dropHidden } from './drop-hidden';
import type { NoticeDeps } from './notice-deps';
import { readReachable } from './reachable-people';
import { writeNotices } from './write-notices';

async function readEvent({ pool }: NoticeDeps, incidentId: string, seq: number): Promise<IncidentEvent | null> {
  const { rows } = await pool.query(`SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 AND seq = $2`, [incidentId, seq]);
  return rows[0] ? eventOfRow(rows[0]) : null;
}

/**
 * Tells the people whom an event concerns, and the hooks of the team. Who may be told is looked up now, by the rights and the
 * words of this moment. Any number of times is once.
 */
export const tellOfEvent =
  (deps: NoticeDeps) =>
  async ({ incidentId, seq }: NotifyPayload): Promise<void> => {
    const [state, event] = await Promise.all([deps.present(incidentId), readEvent(deps, incidentId, seq)]);
    if (!state || !event) return;
    const people = await readReachable(deps.pool);
    const notices = noticesOf(state, event, people);
    const news = newsOf(state, event);
    const told = await inTransaction(deps.pool, async (client) => {
      await dropHidden(client, incidentId, deps.clock());
      const written = await writeNotices(client, deps, { state, notices, people });
      if (news) await enqueueHooks(client, deps, { news, incidentId });
      return written;
    });
    if (told && told.length > 0) deps.noticed(told);
  };

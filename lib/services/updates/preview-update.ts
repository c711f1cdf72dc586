import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { PreviewUpdateInput, UpdatePreview } from '@/lib/contracts/status';
import type { IncidentState } from '@/lib/core/incident/state';
import type { TakePart } from '../incident/take-part';
import { NOTHING_OUTSIDE, type Outside } from '../outside';
import { manageFoot } from '../subscribers/mail-for';
import { announcementAhead } from '../subscribers/read-announcement';
import { readOpenness } from '../subscribers/read-openness';
import { announcementCall, announcementMail } from '../subscribers/write-announcement';

export type PreviewUpdateDeps = { pool: Pool; clock: () => Date; outside?: Outside };

const PEOPLE = `SELECT count(*)::int AS people FROM "user" u
  WHERE u.disabled_at IS NULL AND (NOT $1 OR u.role = 'admin' OR u.id = ANY((SELECT audience FROM incident WHERE id = $2)::uuid[]))`;

const SUBSCRIBERS = `SELECT count(*) FILTER (WHERE kind = 'mail')::int AS mail,
    count(*) FILTER (WHERE kind = 'webhook')::int AS webhooks
  FROM subscriber
  WHERE confirmed_at IS NOT NULL AND ended_at IS NULL AND (cardinality(component_ids) = 0 OR component_ids && $1::uuid[])`;

type Seen = { incidentId: string; state: IncidentState };
type Sent = Pick<UpdatePreview, 'mail' | 'webhook'>;

const NOTHING: Sent = { mail: null, webhook: null };

/** What subscribers would get, by the same words as when it goes out. */
async function toSubscribers(deps: PreviewUpdateDeps, { incidentId, state }: Seen, update: PreviewUpdateInput): Promise<Sent> {
  const { pool, clock, outside = NOTHING_OUTSIDE } = deps;
  const { phase, text, title, components, at } = update;
  if (update.audience !== 'public' || phase === null) return NOTHING;
  const page = await readOpenness(pool);
  if (!page.isPublic) return NOTHING;
  const said = { phase, text, title: title?.trim() || (state.publicTitle ?? ''), at: at === null ? clock() : new Date(at) };
  const announcement = await announcementAhead(pool, { ...said, incidentId, components });
  const { rows } = await pool.query<{ mail: number; webhooks: number }>(SUBSCRIBERS, [announcement.concerns]);
  const { publicUrl } = outside;
  const place = { pageName: page.name, publicUrl };
  const about = { updateId: uuidv7() };
  const mail = announcementMail(announcement, about, place);
  const foot = manageFoot(`${publicUrl}/subscribe/manage?token=…`);
  const { body } = announcementCall(announcement, about, place);
  return {
    mail: outside.hasMail ? { count: rows[0]?.mail ?? 0, subject: mail.subject, text: mail.text + foot } : null,
    webhook: { count: rows[0]?.webhooks ?? 0, body: JSON.stringify(body, null, 2) },
  };
}

/** What an update would say by each channel, and to how many, were it posted now. Refuses as `takePart` does. */
export function createPreviewUpdate(deps: PreviewUpdateDeps, takePart: TakePart) {
  return async (caller: Caller, incident: string, update: PreviewUpdateInput): Promise<UpdatePreview> => {
    const seen = await takePart(caller, incident);
    const { rows } = await deps.pool.query<{ people: number }>(PEOPLE, [seen.state.isPrivate, seen.incidentId]);
    return { people: rows[0]?.people ?? 0, ...(await toSubscribers(deps, seen, update)) };
  };
}

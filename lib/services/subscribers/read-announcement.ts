import type { ClientBase, Pool } from 'pg';
import { publicIdOf } from '@/lib/publish/public-id';
import type { About } from '../delivery/payloads';

/** What subscribers are told, made of nothing but what the status page shows. */
export type Announcement = {
  kind: 'incident' | 'maintenance';
  title: string;
  phase: string;
  text: string;
  at: Date;
  /** With their state in words; null during maintenance. */
  components: { id: string; name: string; state: string | null }[];
  /** Who chose none of these is not told. */
  concerns: string[];
  incidentId: string | null;
  /** The page about it, below the address of this Warroom. */
  path: string;
};

// Whoever chose a component that an earlier update named wants to hear how it ends.
const concernsOf = (incident: string, at: string) => `coalesce((
    SELECT array_agg(DISTINCT (one ->> 'componentId')) FROM public_update earlier, jsonb_array_elements(earlier.components) AS one
    WHERE earlier.incident_id = ${incident} AND NOT earlier.is_redacted AND earlier.posted_at <= ${at}), '{}') AS concerns`;
const AHEAD = `SELECT ${concernsOf('$1', '$2')}`;
const UPDATE = `
  SELECT u.id, u.incident_id AS "incidentId", i.title, u.phase, u.text, u.posted_at AS at, u.components, 
    ${concernsOf('u.incident_id', 'u.posted_at')}
  FROM public_update u JOIN public_incident i ON i.incident_id = u.incident_id
  WHERE u.id = $1 AND NOT u.is_redacted AND NOT i.is_hidden`;
const MAINTENANCE = `
  SELECT m.id AS "maintenanceId", m.title, u.phase, u.text, u.at, m.component_ids AS concerns
  FROM maintenance_update u JOIN maintenance m ON m.id = u.maintenance_id WHERE u.id = $1 AND m.is_public`;
const NAMES = `SELECT id, name FROM component WHERE id = ANY($1::uuid[]) AND is_public ORDER BY position, id`;

type Named = { componentId: string; state: string };
type UpdateRow = Omit<Announcement, 'kind' | 'components' | 'path' | 'incidentId'> & { incidentId: string; components: Named[] };
type MaintenanceRow = Omit<Announcement, 'kind' | 'components' | 'path' | 'incidentId'> & { maintenanceId: string };

const inWords = (word: string): string => word.replaceAll('_', ' ');

async function namesOf(db: Pool | ClientBase, ids: string[]): Promise<{ id: string; name: string }[]> {
  return ids.length === 0 ? [] : (await db.query<{ id: string; name: string }>(NAMES, [ids])).rows;
}

async function announcementOf(db: Pool | ClientBase, row: Omit<UpdateRow, 'id'>): Promise<Announcement> {
  const states = new Map(row.components.map((one) => [one.componentId, inWords(one.state)]));
  const known = await namesOf(db, row.concerns);
  const components = known.filter(({ id }) => states.has(id)).map((one) => ({ ...one, state: states.get(one.id) ?? null }));
  const { title, text, at, incidentId } = row;
  const concerns = known.map(({ id }) => id);
  const path = `/status/incidents/${publicIdOf(incidentId)}.html`;
  return { kind: 'incident', title, phase: inWords(row.phase), text, at, components, concerns, incidentId, path };
}

async function readUpdate(db: Pool | ClientBase, updateId: string): Promise<Announcement | null> {
  const [row] = (await db.query<UpdateRow>(UPDATE, [updateId])).rows;
  return row ? announcementOf(db, row) : null;
}

/** What there would be to tell of an update that is not posted yet. */
export async function announcementAhead(
  db: Pool | ClientBase,
  update: Omit<UpdateRow, 'id' | 'concerns'>,
): Promise<Announcement> {
  const [row] = (await db.query<{ concerns: string[] }>(AHEAD, [update.incidentId, update.at])).rows;
  const named = update.components.map(({ componentId }) => componentId);
  return announcementOf(db, { ...update, concerns: [...(row?.concerns ?? []), ...named] });
}

async function readMaintenance(db: Pool | ClientBase, id: string): Promise<Announcement | null> {
  const [row] = (await db.query<MaintenanceRow>(MAINTENANCE, [id])).rows;
  if (!row) return null;
  const components = (await namesOf(db, row.concerns)).map((one) => ({ ...one, state: null }));
  const { title, text, at, maintenanceId } = row;
  const path = `/status/maintenance/${publicIdOf(maintenanceId)}.html`;
  const said = { kind: 'maintenance', title, phase: inWords(row.phase), text, at } as const;
  return { ...said, components, concerns: components.map((one) => one.id), incidentId: null, path };
}

/** What there is to tell; null where it was hidden or taken back meanwhile. Reads the tables of the public page alone. */
export const readAnnouncement = (db: Pool | ClientBase, about: About): Promise<Announcement | null> =>
  'updateId' in about ? readUpdate(db, about.updateId) : readMaintenance(db, about.maintenanceUpdateId);

import type { Pool, PoolClient } from 'pg';
import { composeStatus } from '@/lib/core/status/compose-status';
import type { PublicStatus, StatusAudience } from '@/lib/core/status/public-status';
import type { StatusRows } from '@/lib/core/status/status-rows';
import { inTransactionOn } from '@/lib/db/transaction';
import { readImported } from './read-imported';
import { readInternal } from './read-internal';
import { readPageFacts } from './read-page-facts';
import { withInstants } from './with-instants';

// Only tables that hold what was published on purpose; what is kept from the audience does not leave the database.
const GROUPS = `SELECT id, name, position, created_at AS "createdAt" FROM component_group`;
const COMPONENTS = `SELECT id, name, description, group_id AS "groupId", position, is_public AS "isPublic", created_at AS "createdAt"
  FROM component WHERE removed_at IS NULL AND (is_public OR $1)`;
const CHANGES = `SELECT change.component_id AS "componentId", source_id AS "sourceId", state, at
  FROM component_change change
  JOIN component ON component.id = change.component_id AND removed_at IS NULL AND (component.is_public OR $1)
  LEFT JOIN public_incident shown ON shown.incident_id = change.incident_id
  WHERE change.is_public AND (change.incident_id IS NULL OR NOT shown.is_hidden)`;
const INCIDENTS = `SELECT incident_id AS id, title, NULL AS impact, postmortem_url AS "postmortemUrl",
    postmortem_at AS "postmortemAt" FROM public_incident WHERE NOT is_hidden`;
const UPDATES = `SELECT id, incident_id AS "incidentId", phase, text, components, posted_at AS at, corrected_at AS "editedAt",
    false AS "isInternal"
  FROM public_update JOIN public_incident shown USING (incident_id) WHERE NOT shown.is_hidden AND NOT is_redacted`;
const MAINTENANCES = `SELECT id, title, text, starts_at AS "startsAt", ends_at AS "endsAt", phase, component_ids AS "componentIds",
    created_at AS "createdAt", updated_at AS "updatedAt" FROM maintenance WHERE is_public OR $1`;
const MAINTENANCE_UPDATES = `SELECT said.id, maintenance_id AS "maintenanceId", said.phase, said.text, at, corrected_at AS "editedAt"
  FROM maintenance_update said JOIN maintenance ON maintenance.id = maintenance_id WHERE is_public OR $1`;
const NOTICES = `SELECT id, text, created_at AS at, ends_at AS "endsAt", edited_at AS "editedAt"
  FROM notice WHERE removed_at IS NULL AND (is_public OR $1)`;

type Said = StatusRows['maintenances'][number]['updates'][number] & { maintenanceId: string };

async function readRows(client: PoolClient, audience: StatusAudience): Promise<StatusRows> {
  const isInternal = audience === 'internal';
  const all = async <T>(sql: string): Promise<T[]> =>
    withInstants<T>((await client.query(sql, sql.includes('$1') ? [isInternal] : [])).rows);
  const page = await readPageFacts(client);
  const said = await all<Said>(MAINTENANCE_UPDATES);
  const rows: StatusRows = {
    ...{ audience, page, groups: await all(GROUPS), components: await all(COMPONENTS), changes: await all(CHANGES) },
    ...{ incidents: await all(INCIDENTS), updates: await all(UPDATES), notices: await all(NOTICES) },
    maintenances: (await all<StatusRows['maintenances'][number]>(MAINTENANCES)).map((one) => ({
      ...one,
      updates: said.filter(({ maintenanceId }) => maintenanceId === one.id),
    })),
  };
  const more = [await readImported(client), ...(isInternal ? [await readInternal(client)] : [])];
  const known = new Set(rows.incidents.map(({ id }) => id));
  return {
    ...rows,
    incidents: [...rows.incidents, ...more.flatMap((one) => one.incidents.filter(({ id }) => !known.has(id)))],
    updates: [...rows.updates, ...more.flatMap(({ updates }) => updates)],
    changes: [...rows.changes, ...more.flatMap(({ changes }) => changes)],
  };
}

const begin = async (client: PoolClient): Promise<void> =>
  void (await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'));

/**
 * What the status page says now, out of the tables that were filled for it and of no table of an incident. `internal` adds
 * what signed-in staff sees besides: components that the public does not see, and updates to stakeholders.
 */
export const createReadPublicStatus =
  ({ pool, clock }: { pool: Pool; clock: () => Date }) =>
  async (audience: StatusAudience): Promise<PublicStatus> => {
    const answer = await inTransactionOn(pool, begin, async (client) => {
      const rows = await readRows(client, audience);
      return { answer: composeStatus(rows, clock().toISOString()), last: Promise.resolve() };
    });
    if (answer === null) throw new Error('Reading the status page ended without an answer.');
    return answer;
  };

import type { PoolClient } from 'pg';
import type { StatusRows, UpdateRow } from '@/lib/core/status/status-rows';
import type { MoreRows } from './read-imported';
import { withInstants } from './with-instants';

// The signed-in may read these rooms anyway; private and practice rooms stay out of it.
const SEEN = `JOIN incident seen ON seen.id = incident_id AND NOT seen.is_private AND NOT seen.is_practice`;
const INCIDENTS = `SELECT DISTINCT seen.id, seen.title, NULL AS impact, NULL AS "postmortemUrl", NULL AS "postmortemAt"
  FROM incident_update said ${SEEN}
  WHERE said.audience = 'stakeholders' AND NOT is_redacted`;
const UPDATES = `SELECT said.id, incident_id AS "incidentId", phase, text, posted_at AS at, NULL AS "editedAt", true AS "isInternal",
    coalesce((SELECT json_agg(json_build_object('componentId', component.id, 'name', component.name, 'state', change.state)
      ORDER BY component.name, component.id)
      FROM component_change change JOIN component ON component.id = change.component_id WHERE change.source_id = said.id), '[]')
      AS components
  FROM incident_update said ${SEEN} WHERE said.audience = 'stakeholders' AND NOT is_redacted`;
const CHANGES = `SELECT change.component_id AS "componentId", source_id AS "sourceId", state, at FROM component_change change
  JOIN component ON component.id = change.component_id AND removed_at IS NULL
  LEFT JOIN incident seen ON seen.id = change.incident_id
  WHERE NOT change.is_public AND (change.incident_id IS NULL OR NOT (seen.is_private OR seen.is_practice))`;

/** What stakeholders were told, and the changes of components that the public was not told of. For signed-in staff only. */
export async function readInternal(client: PoolClient): Promise<MoreRows> {
  const all = async <T>(sql: string) => withInstants<T>((await client.query(sql)).rows);
  return {
    incidents: await all<StatusRows['incidents'][number]>(INCIDENTS),
    updates: await all<UpdateRow>(UPDATES),
    changes: await all<StatusRows['changes'][number]>(CHANGES),
  };
}

import type { Caller } from '@/lib/auth/caller';
import type { StatusComponent } from '@/lib/contracts/status';
import type { StatusDeps } from './status-deps';

// What an incident that this person may not know of says of a component is not told either.
const SQL = `SELECT c.id AS "componentId", c.name, c.is_public AS "isPublic", g.name AS "group",
    coalesce((
      SELECT h.state FROM component_change h LEFT JOIN incident i ON i.id = h.incident_id
      WHERE h.component_id = c.id AND (i.id IS NULL OR NOT i.is_private OR $1 OR $2::uuid = ANY(i.audience))
      ORDER BY h.at DESC, h.source_id DESC LIMIT 1), 'operational') AS state
  FROM component c LEFT JOIN component_group g ON g.id = c.group_id
  WHERE c.removed_at IS NULL
  ORDER BY g.position NULLS FIRST, g.id, c.position, c.id`;

/** The components of the status page as updates can name them, in the order of the page, with their present state. */
export const listRoomComponents =
  ({ pool }: StatusDeps) =>
  async ({ actor }: Caller): Promise<StatusComponent[]> =>
    (await pool.query<StatusComponent>(SQL, [actor.role === 'admin', actor.userId])).rows;

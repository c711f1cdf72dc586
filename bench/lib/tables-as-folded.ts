import type { Pool } from 'pg';
import { fold } from '@/lib/core/incident/apply';
import { EVENT_COLUMNS, eventOfRow } from '@/lib/db/event-row';
import { incidentRow, projectedRows, roleRows } from '@/lib/db/project-state';
import { PROJECTIONS } from '@/lib/db/projections';

type Query = Pick<Pool, 'query'>;
type Compared = { incidents: number; rows: number; differences: string[] };

const TABLES = [...Object.keys(PROJECTIONS), 'role_holding'];

/** How many rows a table has that it should not, or lacks. Postgres compares: it knows when two times are the same. */
async function differing(pool: Query, table: string, key: string, incidentId: string, rows: readonly object[]): Promise<number> {
  const wanted = `SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
  const present = `SELECT * FROM "${table}" WHERE ${key} = $2`;
  const sql = `SELECT (SELECT count(*) FROM (${wanted} EXCEPT ${present}) AS lacking)::int
    + (SELECT count(*) FROM (${present} EXCEPT ${wanted}) AS surplus)::int AS n`;
  return (await pool.query(sql, [JSON.stringify(rows), incidentId])).rows[0].n;
}

/** Folds every incident's events and holds what they add up to against the tables, row by row, column by column. */
export async function compareTables(pool: Query): Promise<Compared> {
  const result: Compared = { incidents: 0, rows: 0, differences: [] };
  for (const { id, key, head_hash } of (await pool.query('SELECT id, key, head_hash FROM incident ORDER BY number')).rows) {
    const sql = `SELECT ${EVENT_COLUMNS} FROM event WHERE incident_id = $1 ORDER BY seq`;
    const events = (await pool.query(sql, [id])).rows.map(eventOfRow);
    const state = fold(events);
    if (!state) throw new RangeError(`${key} has no events.`);
    const rows: Record<string, object[]> = { ...projectedRows(state, events), role_holding: roleRows(state) };
    for (const table of TABLES) {
      const wanted = rows[table] ?? [];
      const count = await differing(pool, table, 'incident_id', id, wanted);
      if (count > 0) result.differences.push(`${key}: ${count} rows of ${table}`);
      result.rows += wanted.length;
    }
    if ((await differing(pool, 'incident', 'id', id, [incidentRow(state, head_hash)])) > 0)
      result.differences.push(`${key}: its own row`);
    result.incidents += 1;
    result.rows += 1;
  }
  return result;
}

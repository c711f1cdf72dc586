import type { ClientBase } from 'pg';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import { prepared } from './prepared';
import { rowOfEvent } from './event-row';
import { incidentRow, projectedRows, roleRows } from './project-state';
import { PROJECTIONS, type Projection } from './projections';

export type CommandRow = {
  id: string;
  incident_id: string;
  actor_id: string;
  name: string;
  body_hash: string;
  first_seq: number;
  last_seq: number;
  taken_at: string;
};

export type EffectRow = { incident_id: string; kind: string; payload: unknown };

export type Appending = {
  state: IncidentState;
  headHash: string;
  events: { event: IncidentEvent; wordsHash: string }[];
  commands: CommandRow[];
  effects: EffectRow[];
};

// The column list of a row type decides what is written: a key that the table lacks would be dropped in silence.
const columnsOf = (row: object) =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');

function insert(table: string, parameter: number, rows: readonly object[], key: readonly string[] | null): string {
  const [first] = rows;
  if (!first) return '';
  const columns = columnsOf(first);
  const source = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $${parameter}::jsonb)`;
  if (!key) return source;
  const changes = Object.keys(first).filter((name) => !key.includes(name));
  const update = changes.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  return `${source} ON CONFLICT (${key.join(', ')}) DO ${update ? `UPDATE SET ${update}` : 'NOTHING'}`;
}

/** Whether another process claimed a command id between our look and our writing. */
export const isClaimLost = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'command_pkey';

const ROLE_TYPES = ['role.assigned', 'role.released', 'command.taken', 'command.accepted'];

/**
 * Appends a batch of events with everything that follows from them (the incident's row, the projections, the claimed
 * command ids, the effects) inside the caller's transaction. All is sent before it first waits, so that a COMMIT can go
 * right behind. [W2] [W3] [W6] Fails with `isClaimLost` where a command id was claimed elsewhere meanwhile: look again.
 */
export async function appendEvents(client: ClientBase, { state, headHash, events, commands, effects }: Appending): Promise<void> {
  const parameters: string[] = [];
  const parts: string[] = [];
  const add = (name: string, sql: (parameter: number) => string, rows: readonly object[]) => {
    if (rows.length === 0) return;
    parameters.push(JSON.stringify(rows));
    parts.push(`${name} AS (${sql(parameters.length)})`);
  };

  const bare = events.map(({ event }) => event);
  const eventRows = events.map(({ event, wordsHash }) => rowOfEvent(event, wordsHash));
  const incident = [incidentRow(state, headHash)];
  add('claimed', (n) => insert('command', n, commands, null), commands);
  add('appended', (n) => insert('event', n, eventRows, null), eventRows);
  add('moved', (n) => insert('incident', n, incident, ['id']), incident);
  for (const [table, rows] of Object.entries(projectedRows(state, bare))) {
    add(`p_${table}`, (n) => insert(table, n, rows, PROJECTIONS[table as Projection]), rows);
  }
  add('effects', (n) => insert('effect', n, effects, null), effects);
  const sent: Promise<unknown>[] = [client.query(prepared(`WITH ${parts.join(', ')} SELECT`, parameters))];

  if (bare.some((event) => ROLE_TYPES.includes(event.type))) {
    const roles = roleRows(state);
    sent.push(client.query('DELETE FROM role_holding WHERE incident_id = $1', [state.id]));
    if (roles.length > 0) sent.push(client.query(insert('role_holding', 1, roles, null), [JSON.stringify(roles)]));
  }
  await Promise.all(sent);
}

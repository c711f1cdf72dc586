import type { ClientBase } from 'pg';

/** One way of changing a history behind the application's back: in every incident, at the event with this seq. */
export type Tampering = { name: string; apply: (client: ClientBase, seq: number) => Promise<unknown> };

const set = (name: string, assignment: string): Tampering => ({
  name: `change ${name}`,
  apply: (client, seq) => client.query(`UPDATE event SET ${assignment} WHERE seq = $1`, [seq]),
});

// Seqs are the primary key: what moves goes out of the way first.
const AWAY = 'UPDATE event SET seq = -seq WHERE seq = ANY($1)';
const SHIFT_UP = ['UPDATE event SET seq = -(seq + 1) WHERE seq > $1', 'UPDATE event SET seq = -seq WHERE seq < 0'];
const SHIFT_DOWN = ['UPDATE event SET seq = -(seq - 1) WHERE seq > $1', 'UPDATE event SET seq = -seq WHERE seq < 0'];
const COPY_AFTER = `INSERT INTO event SELECT incident_id, seq + 1, gen_random_uuid(), at, offset_min, recorded_at, actor, gen_random_uuid(),
  type, data, words_hash, redacted, hash FROM event WHERE seq = $1`;

async function shift(client: ClientBase, statements: string[], seq: number): Promise<void> {
  const [first = '', ...rest] = statements;
  await client.query(first, [seq]);
  for (const statement of rest) await client.query(statement);
}

export const TAMPERINGS: readonly Tampering[] = [
  set('id', 'id = gen_random_uuid()'),
  set('at', `at = at - interval '1 millisecond'`),
  set('the zone', 'offset_min = offset_min + 60'),
  set('the recorded time', `recorded_at = recorded_at + interval '1 second'`),
  set('who', `actor = jsonb_set(actor, '{name}', '"Somebody else"')`),
  set('through what', `actor = jsonb_set(actor, '{via}', '"system"')`),
  set('the command', 'command_id = gen_random_uuid()'),
  set('the kind', `type = CASE type WHEN 'log.written' THEN 'log.pinned' ELSE 'log.written' END`),
  set(
    'what it says',
    `data = (SELECT jsonb_object_agg(key, CASE WHEN n = 1 THEN '"changed"'::jsonb ELSE value END)
    FROM (SELECT key, value, row_number() OVER (ORDER BY key) AS n FROM jsonb_each(data)) AS field)`,
  ),
  set('what it says, by a field more', `data = data || '{"forged": 1}'`),
  set('what it says, by a field less', 'data = data - (SELECT max(key) FROM jsonb_object_keys(data) AS key)'),
  set('the hash of its words', `words_hash = repeat('0', 64)`),
  set('whether it is redacted', 'redacted = NOT redacted'),
  set('its hash', `hash = repeat('0', 64)`),
  set('which incident it is of', 'incident_id = gen_random_uuid()'),
  { name: 'delete', apply: (client, seq) => client.query('DELETE FROM event WHERE seq = $1', [seq]) },
  {
    name: 'delete and close the gap',
    async apply(client, seq) {
      await client.query('DELETE FROM event WHERE seq = $1', [seq]);
      await shift(client, SHIFT_DOWN, seq);
      await client.query('UPDATE incident SET seq = seq - 1');
    },
  },
  {
    name: 'insert',
    async apply(client, seq) {
      await shift(client, SHIFT_UP, seq);
      await client.query(COPY_AFTER, [seq]);
      await client.query('UPDATE incident SET seq = seq + 1');
    },
  },
  {
    name: 'swap with its neighbour',
    async apply(client, seq) {
      const other = seq === 1 ? 2 : seq - 1;
      await client.query(AWAY, [[seq, other]]);
      await client.query('UPDATE event SET seq = CASE -seq WHEN $1 THEN $2::int ELSE $1::int END WHERE seq < 0', [seq, other]);
    },
  },
  {
    name: 'swap what two say',
    async apply(client, seq) {
      const other = seq === 1 ? 2 : seq - 1;
      const swapped = `UPDATE event e SET type = o.type, data = o.data, words_hash = o.words_hash, redacted = o.redacted FROM event o
        WHERE o.incident_id = e.incident_id AND (e.seq, o.seq) IN (($1, $2), ($2, $1))`;
      await client.query(swapped, [seq, other]);
    },
  },
];

import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '@/lib/db/transaction';

// What somebody writes who wants a log line in the same tables, quickly and by hand: one transaction, the row locked,
// the same four rows. No schema of the input, no rights, no rules, no repeats, no hash.

const HASH = 'a'.repeat(64);

type Writing = { incidentId: string; userId: string; texts: readonly string[] };

async function lock(client: PoolClient, incidentId: string): Promise<number> {
  const { rows } = await client.query<{ seq: number }>('SELECT seq FROM incident WHERE id = $1 FOR UPDATE', [incidentId]);
  return rows[0]?.seq ?? 0;
}

const move = (client: PoolClient, incidentId: string, seq: number, at: string) =>
  client.query('UPDATE incident SET seq = $2, head_hash = $3, last_event_at = $4 WHERE id = $1', [incidentId, seq, HASH, at]);

/** One log line, statement by statement. */
export async function writeByHand(
  pool: Pool,
  { incidentId, userId, text }: Omit<Writing, 'texts'> & { text: string },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    const seq = (await lock(client, incidentId)) + 1;
    const at = new Date().toISOString();
    const [eventId, commandId] = [uuidv7(), uuidv7()];
    await client.query(
      `INSERT INTO command (id, incident_id, actor_id, name, body_hash, first_seq, last_seq, taken_at)
       VALUES ($1, $2, $3, 'log.write', $4, $5, $5, $6)`,
      [commandId, incidentId, userId, HASH, seq, at],
    );
    await client.query(
      `INSERT INTO event (incident_id, seq, id, at, offset_min, recorded_at, actor, command_id, type, data, words_hash, redacted, hash)
       VALUES ($1, $2, $3, $4, 0, $4, $5, $6, 'log.written', $7, $8, false, $8)`,
      [incidentId, seq, eventId, at, { userId, name: 'Person 0', via: 'token' }, commandId, { text }, HASH],
    );
    await client.query(
      `INSERT INTO log_entry (incident_id, seq, text, at, pinned, revisions, is_redacted) VALUES ($1, $2, $3, $4, false, 0, false)`,
      [incidentId, seq, text, at],
    );
    await move(client, incidentId, seq, at);
    return true;
  });
}

const populate = (table: string) => `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;

/** Many log lines in one transaction, one insert a table. */
export async function writeBatchByHand(pool: Pool, { incidentId, userId, texts }: Writing): Promise<void> {
  await inTransaction(pool, async (client) => {
    const after = await lock(client, incidentId);
    const at = new Date().toISOString();
    const actor = { userId, name: 'Person 0', via: 'token' };
    const lines = texts.map((text, index) => ({ text, seq: after + 1 + index, commandId: uuidv7() }));
    const commands = lines.map(({ seq, commandId }) => {
      const range = { first_seq: seq, last_seq: seq, taken_at: at };
      return { id: commandId, incident_id: incidentId, actor_id: userId, name: 'log.write', body_hash: HASH, ...range };
    });
    const events = lines.map(({ text, seq, commandId }) => {
      const place = { incident_id: incidentId, seq, id: uuidv7(), at, offset_min: 0, recorded_at: at, actor };
      return {
        ...place,
        command_id: commandId,
        type: 'log.written',
        data: { text },
        words_hash: HASH,
        redacted: false,
        hash: HASH,
      };
    });
    const entries = lines.map(({ text, seq }) => {
      return { incident_id: incidentId, seq, text, at, pinned: false, revisions: 0, is_redacted: false };
    });
    await client.query(populate('command'), [JSON.stringify(commands)]);
    await client.query(populate('event'), [JSON.stringify(events)]);
    await client.query(populate('log_entry'), [JSON.stringify(entries)]);
    await move(client, incidentId, after + lines.length, at);
    return true;
  });
}

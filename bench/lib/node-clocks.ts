import { io } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { CommandAnswer } from '@/lib/contracts/room';
import type { JoinAnswer } from '@/lib/contracts/socket';
import { freePort, startApp, type AppProcess } from './app-process';
import { temporaryFolder, type DiskPostgres } from './disk-postgres';
import { addPeople } from './people';
import { post } from './post';
import { openTrialPool } from './open-pool';

export type NodeClocks = {
  written: number;
  /** Answers other than 200, in words. */
  refused: string[];
  /** How far the time of an event is from when it was sent, at most. */
  worstMs: number;
  /** Events whose time is before that of the event they follow. */
  backwards: number;
  /** How far the time that a node tells its sockets is from the true one, at most. */
  toldWorstMs: number;
  /** How far the duration from declared, on the first node, to resolved, on the last, is from the true one. */
  durationErrorMs: number;
};

const MINUTE_MS = 60_000;

export const NODES = [
  { aheadMs: 5 * MINUTE_MS, timeZone: 'Europe/Berlin' },
  { aheadMs: 0, timeZone: 'UTC' },
  { aheadMs: -5 * MINUTE_MS, timeZone: 'Pacific/Chatham' },
] as const;

async function startNodes(databaseUrl: string, nodes: readonly { aheadMs: number; timeZone: string }[]) {
  const started: { app: AppProcess; remove: () => void }[] = [];
  // One after another: the first makes the tables.
  for (const wrong of nodes) {
    const { folder: dataFolder, remove } = temporaryFolder();
    started.push({ app: await startApp({ dataFolder, port: await freePort(), databaseUrl, wrong }), remove });
  }
  const stop = async () => {
    for (const { app, remove } of started) await app.stop().finally(remove);
  };
  return { urls: started.map(({ app }) => app.url), stop };
}

/** The time that a node tells somebody who joins. */
function toldBy(url: string, token: string, incident: string): Promise<number> {
  const socket = io(url, { transports: ['websocket'], auth: { token }, forceNew: true });
  return new Promise<number>((resolve, reject) => {
    socket.once('connect_error', reject);
    socket.emit('room:join', { incident, after: 0 }, (answer: JoinAnswer) => {
      if (answer.ok) resolve(Date.parse(answer.now) - Date.now());
      else reject(new Error(answer.message));
    });
  }).finally(() => socket.disconnect());
}

/** Processes whose clocks are ten minutes apart, in three time zones, on one database: the log is in order all the same. */
export async function measureNodeClocks(postgres: DiskPostgres, { writes }: { writes: number }): Promise<NodeClocks> {
  const databaseUrl = await postgres.database();
  const { urls, stop } = await startNodes(databaseUrl, NODES);
  const pool = openTrialPool(databaseUrl);
  try {
    const [person] = await addPeople(pool, 1);
    if (!person) throw new RangeError('Nobody is there to write.');
    const headers = { authorization: `Bearer ${person.token}` };
    const incident = uuidv7();
    const result: NodeClocks = { written: 0, refused: [], worstMs: 0, backwards: 0, toldWorstMs: 0, durationErrorMs: 0 };

    const send = async (node: number, path: string, body: object): Promise<CommandAnswer | null> => {
      const { status, text } = await post(`${urls[node % urls.length]}/api/v1/incidents${path}`, body, headers);
      if (status === 200 || status === 201) return JSON.parse(text) as CommandAnswer;
      result.refused.push(`${status} ${text.slice(0, 200)}`);
      return null;
    };
    const declaredAtMs = Date.now();
    await send(0, '', { id: incident, title: 'Orders answer 500' });
    for (let index = 0; index < writes; index += 1) {
      const before = Date.now();
      // Every third says itself when it happened; a node that lags must not take that for the future.
      const at = index % 3 === 0 ? { at: new Date(before).toISOString() } : {};
      const command = { id: uuidv7(), name: 'log.write', input: { text: `Line ${index}` }, ...at };
      const [event] = (await send(index, `/${incident}/commands`, command))?.events ?? [];
      const after = Date.now();
      if (!event) continue;
      result.written += 1;
      const eventMs = Date.parse(event.at);
      result.worstMs = Math.max(result.worstMs, before - eventMs, eventMs - after);
    }
    for (const url of urls)
      result.toldWorstMs = Math.max(result.toldWorstMs, Math.abs(await toldBy(url, person.token, incident)));
    const resolvedAtMs = Date.now();
    const resolve = { id: uuidv7(), name: 'incident.set-status', input: { status: 'resolved', because: 'The symptom is gone.' } };
    await send(urls.length - 1, `/${incident}/commands`, resolve);

    const { rows } = await pool.query('SELECT recorded_at FROM event WHERE incident_id = $1 ORDER BY seq', [incident]);
    result.backwards = rows.filter((row, index) => index > 0 && row.recorded_at < rows[index - 1].recorded_at).length;
    const [row] = (await pool.query('SELECT declared_at, resolved_at FROM incident WHERE id = $1', [incident])).rows;
    result.durationErrorMs = Math.abs(row.resolved_at - row.declared_at - (resolvedAtMs - declaredAtMs));
    return result;
  } finally {
    await pool.end();
    await stop();
  }
}

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerParent } from './answer-parent';
import { openTrialPool } from './open-pool';

// A program of its own, the plain reference: socket.io as it comes, one insert per POST, the inserted row emitted to the
// room. No rights, no order across processes, no repeats, no history to catch up with. Its messages have the shape and
// size of ours, so that what is compared is the way and not the luggage.

const MADE = 'CREATE TABLE IF NOT EXISTS line (seq integer PRIMARY KEY, id uuid NOT NULL, event jsonb NOT NULL)';
const HASH = 'a'.repeat(64);
const ROOM = 'room';

async function bodyOf(request: IncomingMessage): Promise<{ id: string; input: { text: string } }> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text);
}

async function listen({ databaseUrl, port }: { databaseUrl: string; port: number }): Promise<{ url: string }> {
  const pool = openTrialPool(databaseUrl, 10);
  await pool.query(MADE);
  let { seq } = (await pool.query<{ seq: number }>('SELECT coalesce(max(seq), 0)::int AS seq FROM line')).rows[0] ?? { seq: 0 };

  // As long as the application's: a connection that ends just as it is used again is no answer of either side.
  const server = createServer({ keepAliveTimeout: 65_000 }, async (request, response) => {
    const { id, input } = await bodyOf(request);
    const at = new Date().toISOString();
    seq += 1;
    const actor = { userId: id, name: 'Person 0', via: 'token' };
    const place = { incidentId: id, seq, id, at, offsetMin: 0, recordedAt: at, actor, commandId: id };
    const event = { ...place, type: 'log.written', data: { text: input.text }, hash: HASH };
    await pool.query('INSERT INTO line (seq, id, event) VALUES ($1, $2, $3)', [event.seq, id, event]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ events: [event], seq: event.seq }));
    io.to(ROOM).emit('room:events', { incident: id, events: [event] });
  });
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('room:join', (request: { after: number }, answer: (answer: object) => void) => {
      void socket.join(ROOM);
      answer({ ok: true, head: request.after, epoch: '', now: '', events: [] });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

answerParent({ listen });

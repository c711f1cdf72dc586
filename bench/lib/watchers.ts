import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, JoinAnswer, ServerToClient } from '@/lib/contracts/socket';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { answerParent } from './answer-parent';
import { monotonicMs } from './monotonic';
import { percentile } from './statistics';
import { sentAtOf } from './timed-text';

// A program of its own: many watchers of one incident, who note when each line reached them.

type Watcher = { socket: Socket<ServerToClient, ClientToServer>; seq: number; told: number };
export type Watching = { url: string; incident: string; tokens: string[]; after: number; atOnce: number };
/** `wrong` counts what came twice, out of order, with a gap, or was cut off. */
export type Seen = { p50Ms: number; p99Ms: number; told: number; wrong: number };

const PATIENCE_MS = 60_000;
const PATIENCE_EACH_MS = 30;

const watchers: Watcher[] = [];
let latencies: number[] = [];
let wrong = 0;

function hear(watcher: Watcher, events: readonly IncidentEvent[]): void {
  const now = monotonicMs();
  for (const event of events) {
    if (event.seq !== watcher.seq + 1) wrong += 1;
    watcher.seq = event.seq;
    watcher.told += 1;
    const sentAt = event.type === 'log.written' ? sentAtOf(event.data.text) : null;
    if (sentAt !== null) latencies.push(now - sentAt);
  }
}

function join(watcher: Watcher, { incident, after }: Watching): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.socket.emit('room:join', { incident, after }, (answer: JoinAnswer) => {
      if (!answer.ok) return reject(new Error(`A watcher was refused: ${answer.code} ${answer.message}`));
      if ('snapshot' in answer) return reject(new Error('A watcher got a snapshot where events were expected.'));
      watcher.seq = after;
      hear(watcher, answer.events);
      if (watcher.seq !== answer.head) wrong += 1;
      resolve();
    });
  });
}

async function connectOne(watching: Watching, token: string): Promise<void> {
  const socket: Watcher['socket'] = io(watching.url, {
    transports: ['websocket'],
    auth: { token },
    forceNew: true,
    reconnection: false,
  });
  const watcher: Watcher = { socket, seq: 0, told: 0 };
  watchers.push(watcher);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  // Listening begins before the answer: what is sent right behind it must not be missed.
  const joined = join(watcher, watching);
  socket.on('room:events', ({ events }) => hear(watcher, events));
  await joined;
  socket.on('disconnect', () => void (wrong += 1));
}

async function connect(watching: Watching): Promise<{ tookMs: number; cpuMs: number }> {
  const startedAt = monotonicMs();
  const cpuBefore = process.cpuUsage();
  const tokens = [...watching.tokens];
  const next = async () => {
    for (let token = tokens.pop(); token !== undefined; token = tokens.pop()) await connectOne(watching, token);
  };
  const timeout = setTimeout(() => process.exit(1), PATIENCE_MS + watching.tokens.length * PATIENCE_EACH_MS);
  await Promise.all(Array.from({ length: watching.atOnce }, next));
  clearTimeout(timeout);
  const { user, system } = process.cpuUsage(cpuBefore);
  return { tookMs: monotonicMs() - startedAt, cpuMs: (user + system) / 1000 };
}

/** Waits until every watcher was told `lines` lines since the last time, then answers with what was seen. */
async function seen({ lines, patienceMs }: { lines: number; patienceMs: number }): Promise<Seen> {
  const until = monotonicMs() + patienceMs;
  while (watchers.some((one) => one.told < lines) && monotonicMs() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const told = watchers.reduce((sum, one) => sum + one.told, 0);
  const result = { p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99), told, wrong };
  for (const one of watchers) one.told = 0;
  latencies = [];
  return result;
}

function leave(): void {
  for (const { socket } of watchers) socket.off('disconnect').disconnect();
  watchers.length = 0;
  wrong = 0;
}

answerParent({ connect, seen, leave });

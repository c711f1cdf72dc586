import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { CommandAnswer, EventRange } from '@/lib/contracts/room';
import type { ClientToServer, JoinAnswer, ServerToClient } from '@/lib/contracts/socket';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { post } from './post';

// A client written only from the protocol's text, with nothing of ours but the types: it keeps what it was promised and
// what it was told, for a checker to hold against the database.

type Options = { url: string; token: string; incident: string; name: string; pauseMs: () => number };

export type Kept = {
  name: string;
  /** What was acknowledged: the command, and the events that it was said to have become. */
  acknowledged: { id: string; events: { seq: number; id: string }[] }[];
  /** Every command ever made here. */
  made: string[];
  /** What was applied, by seq from 1. */
  applied: string[];
  /** Ids not acknowledged yet. */
  unsent: string[];
  /** Answers that the protocol does not know, and events that contradict what was applied. */
  faults: string[];
  /** Commands that had to be sent again, and those that turned out to have been taken the first time. */
  repeated: number;
  foundTaken: number;
  /** How the last request ended, for whoever wonders why nothing goes on. */
  lastAnswer: string;
};

const GIVE_UP = new Set([400, 401, 403, 404, 409, 413, 422]);
const RETRY_MS = [20, 60, 120, 200];
const PAGE = 500;
const ATTEMPT_MS = 5000;

export function roomClient({ url, token, incident, name, pauseMs }: Options) {
  const headers = { authorization: `Bearer ${token}` };
  const kept: Kept = {
    name,
    acknowledged: [],
    made: [],
    applied: [],
    unsent: [],
    faults: [],
    repeated: 0,
    foundTaken: 0,
    lastAnswer: 'none',
  };
  const held = new Map<number, IncidentEvent>();
  let underWay = 0;
  let isWriting = false;
  let isFetching = false;
  let head = 0;
  let writing: Promise<void> = Promise.resolve();

  function hear(events: readonly IncidentEvent[]): void {
    for (const event of events) {
      const known = kept.applied[event.seq - 1];
      if (known !== undefined && known !== event.id) kept.faults.push(`#${event.seq} was ${known} and is now ${event.id}`);
      if (known === undefined) held.set(event.seq, event);
    }
    for (let next = held.get(kept.applied.length + 1); next; next = held.get(kept.applied.length + 1)) {
      held.delete(next.seq);
      kept.applied.push(next.id);
    }
    if (held.size > 0 || head > kept.applied.length) void fetchMissing();
  }

  async function fetchMissing(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    try {
      const path = `/api/v1/incidents/${incident}/events?after=${kept.applied.length}&limit=${PAGE}`;
      const response = await fetch(url + path, { headers, signal: AbortSignal.timeout(ATTEMPT_MS) });
      if (response.ok) {
        const range = (await response.json()) as EventRange;
        isFetching = false;
        head = Math.max(head, range.head);
        return hear(range.events);
      }
      await response.arrayBuffer();
    } catch {
      // Nobody answers: the next head or the next connection asks again.
    }
    isFetching = false;
  }

  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    ...{ transports: ['websocket'], auth: { token }, forceNew: true },
    ...{ reconnectionDelay: 50, reconnectionDelayMax: 400, timeout: 3000 },
  });
  function join(): void {
    socket
      .timeout(ATTEMPT_MS)
      .emit('room:join', { incident, after: kept.applied.length }, (error: Error | null, answer: JoinAnswer) => {
        if (error || !answer.ok) {
          if (socket.connected) setTimeout(join, 200);
          return;
        }
        head = Math.max(head, answer.head);
        hear('events' in answer ? answer.events : []);
      });
  }
  socket.on('connect', join);
  // A server that is not there yet may refuse politely; socket.io does not come back from that by itself.
  socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), 200)));
  socket.on('disconnect', (reason) => void (reason === 'io server disconnect' && socket.connect()));
  socket.on('room:events', ({ events }) => hear(events));
  socket.on('room:head', ({ seq }) => {
    head = Math.max(head, seq);
    if (seq > kept.applied.length) void fetchMissing();
  });

  function acknowledge(id: string, { events }: CommandAnswer, sentAt: number): void {
    kept.acknowledged.push({ id, events: events.map(({ seq, id: eventId }) => ({ seq, id: eventId })) });
    kept.unsent = kept.unsent.filter((one) => one !== id);
    if (events.some(({ recordedAt }) => Date.parse(recordedAt) < sentAt - 5)) kept.foundTaken += 1;
  }

  async function attempt(id: string): Promise<'done' | 'again'> {
    const sentAt = Date.now();
    underWay += 1;
    const body = { id, name: 'log.write', input: { text: `${name} writes ${id}` } };
    try {
      const { status, text } = await post(`${url}/api/v1/incidents/${incident}/commands`, body, headers, ATTEMPT_MS);
      kept.lastAnswer = `${status} ${status === 200 ? '' : text.slice(0, 200)}`;
      if (status === 200) {
        acknowledge(id, JSON.parse(text) as CommandAnswer, sentAt);
        return 'done';
      }
      if (!GIVE_UP.has(status) && status !== 500) return 'again';
      kept.faults.push(`${id} was answered with ${status}: ${text.slice(0, 200)}`);
      return status === 500 ? 'again' : 'done';
    } catch (error) {
      kept.lastAnswer = String(error);
      return 'again';
    } finally {
      underWay -= 1;
    }
  }

  // One command after another, each until it is acknowledged, always under the id it was made with. [W1] [O2]
  async function write(): Promise<void> {
    while (isWriting) {
      const id = uuidv7();
      kept.made.push(id);
      kept.unsent.push(id);
      for (let tries = 0; (await attempt(id)) === 'again'; tries += 1) {
        if (tries === 0) kept.repeated += 1;
        await wait(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 200);
      }
      await wait(pauseMs());
    }
  }

  return {
    kept,
    underWay: () => underWay,
    start(): void {
      isWriting = true;
      writing = write();
    },
    /** Makes no new commands; answers when the last one was acknowledged. */
    async finish(): Promise<void> {
      isWriting = false;
      await writing;
    },
    close: () => void socket.disconnect(),
  };
}

export type RoomClient = ReturnType<typeof roomClient>;

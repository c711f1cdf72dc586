import type { EventRange, RoomSnapshot } from '@/lib/contracts/room';
import type { JoinAnswer, JoinRequest, ServerToClient } from '@/lib/contracts/socket';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { Reply } from './http';
import type { RoomStore } from './room-store';
import type { ServerClock } from './server-clock';
import { backoffMs, type Timers } from './timers';

export type RoomTransport = {
  /** Rejects where there is no connection. */
  join: (request: JoinRequest) => Promise<JoinAnswer>;
  fetchEvents: (incidentId: string, after: number, limit: number) => Promise<Reply<EventRange>>;
  fetchSnapshot: (incidentId: string) => Promise<Reply<RoomSnapshot>>;
};

type SyncPorts = {
  room: RoomStore;
  incidentId: string;
  transport: RoomTransport;
  timers: Timers;
  clock: ServerClock;
  /** The room began again from a snapshot, or is open again: send what waits. [S4] */
  restarted: () => void;
};

type Head = Parameters<ServerToClient['room:head']>[0];
type Closed = { code: Extract<JoinAnswer, { ok: false }>['code']; message: string };

const PAGE = 500;
const BACKOFF = { baseMs: 500, maxMs: 10_000 };
const PASSING: readonly Closed['code'][] = ['too_many', 'unavailable', 'failed'];

/** Keeps one room's store in step with the server, whatever the connection loses, repeats or swaps. [S1]-[S5] */
export function createRoomSync({ room, incidentId, transport, timers, clock, restarted }: SyncPorts) {
  const { store } = room;
  let isConnected = false;
  let joined = false;
  let joining = false;
  let joinsAgain = false;
  let fetching = false;
  let failures = 0;
  let cancelRetry: (() => void) | null = null;
  let isStopped = false;
  const joinedListeners = new Set<() => void>();

  function close({ code, message }: Closed): void {
    store.setState({ closed: { code, message } });
    joined = false;
  }

  function retryLater(run: () => Promise<unknown>): void {
    cancelRetry?.();
    cancelRetry = timers.after(backoffMs(timers, failures, BACKOFF), () => {
      cancelRetry = null;
      void run();
    });
    failures += 1;
  }

  function begin(snapshot: RoomSnapshot): void {
    room.replace(snapshot);
    restarted();
  }

  function accept(answer: Extract<JoinAnswer, { ok: true }>, askedAtMs: number): void {
    failures = 0;
    joined = true;
    clock.measure(answer.now, askedAtMs);
    if (store.getState().closed) {
      store.setState({ closed: null });
      restarted();
    }
    if ('snapshot' in answer) begin(answer.snapshot);
    else room.receive(answer.events);
    if (room.isMissing() || room.seq() < answer.head) void fetchMissing();
    for (const listener of joinedListeners) listener();
  }

  /** Enters the room, or asks again what was missed while in it. [S1] */
  async function join(): Promise<void> {
    if (joining) {
      joinsAgain = true;
      return;
    }
    joining = true;
    const askedAtMs = timers.nowMs();
    try {
      const answer = await transport.join({ incident: incidentId, after: room.seq(), epoch: room.epoch() });
      if (isStopped || !isConnected) return;
      if (answer.ok) accept(answer, askedAtMs);
      else if (PASSING.includes(answer.code)) retryLater(join);
      else close(answer);
    } catch {
      // The connection went away; the next one joins.
      if (isConnected && !isStopped) retryLater(join);
    } finally {
      joining = false;
      if (joinsAgain && isConnected && !isStopped) {
        joinsAgain = false;
        void join();
      }
    }
  }

  async function startAgain(): Promise<boolean> {
    const reply = await transport.fetchSnapshot(incidentId);
    if (isStopped) return false;
    if (reply.kind === 'ok') begin(reply.value);
    return reply.kind === 'ok';
  }

  /** One page of what is missing; whether the server answered. */
  async function fetchPage(): Promise<boolean> {
    const after = room.seq();
    const reply = await transport.fetchEvents(incidentId, after, PAGE);
    if (isStopped) return false;
    if (reply.kind === 'problem') {
      const { code, detail } = reply.problem;
      if (!PASSING.includes(code)) close({ code, message: detail });
      return false;
    }
    if (reply.kind === 'silence') return false;
    const { events, head, epoch } = reply.value;
    if (epoch !== room.epoch() || head < after || head - after > PAGE) return startAgain();
    room.receive(events);
    return true;
  }

  /** Fetches the range between what is here and what is known to exist. [S2] Answers whether it is here now. */
  async function fetchMissing(): Promise<boolean> {
    if (fetching) return false;
    fetching = true;
    try {
      for (let before = -1; before < room.seq();) {
        before = room.seq();
        if (!(await fetchPage())) {
          if (!isStopped && !store.getState().closed) retryLater(fetchMissing);
          return false;
        }
        if (!room.isMissing()) break;
      }
    } finally {
      fetching = false;
    }
    if (room.isMissing()) retryLater(fetchMissing);
    else failures = 0;
    return true;
  }

  return {
    isJoined: () => joined,
    onJoined(listener: () => void): () => void {
      joinedListeners.add(listener);
      return () => void joinedListeners.delete(listener);
    },
    join,
    connected(): void {
      isConnected = true;
      void join();
    },
    disconnected(): void {
      isConnected = false;
      joined = false;
    },
    hearEvents(events: readonly IncidentEvent[]): void {
      const isMissing = room.receive(events);
      // What a join in progress answers may fill the gap.
      if (isMissing && !joining) void fetchMissing();
    },
    /** [S3] [S4] */
    hearHead({ seq, epoch, now }: Head): void {
      if (joining) return;
      if (epoch !== room.epoch() || seq < room.seq() || clock.isDoubtedBy(now)) void join();
      else if (seq > room.seq()) void fetchMissing();
    },
    close,
    /** Asks by HTTP, where sockets do not come through; whether the server answered. */
    poll: fetchMissing,
    stop(): void {
      isStopped = true;
      cancelRetry?.();
    },
  };
}

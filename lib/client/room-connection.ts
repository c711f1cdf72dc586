import type { EarlierEvents, EventRange } from '@/lib/contracts/room';
import type { ServerToClient } from '@/lib/contracts/socket';
import type { RoomSnapshot } from '@/lib/core/incident/snapshot';
import { gatherEvents } from './gather-events';
import { ask } from './http';
import { networkState, QUIET_MS } from './network-state';
import { createPresenceReporter } from './presence-reporter';
import { acquireRoomSocket, type RoomSocket } from './room-socket';
import type { RoomStore } from './room-store';
import { createRoomSync, type RoomTransport } from './room-sync';
import type { ServerClock } from './server-clock';
import type { Timers } from './timers';

type ConnectionPorts = {
  room: RoomStore;
  incidentId: string;
  clock: ServerClock;
  timers: Timers;
  /** The server can be reached again: send what waits. */
  reachable: () => void;
  /** The room is live. */
  joined: () => void;
};

const POLL_AFTER_MS = 4000;
const POLL_EVERY_MS = 2000;
const LOOK_EVERY_MS = 1000;
const EARLIER_PAGE = 200;
const SNAPSHOT_TIMEOUT_MS = 20_000;
// The server tells every room its head every ten seconds; without a word for longer the connection is dead.
const SILENCE_MS = 13_000;

type Hears = Pick<ServerToClient, 'room:events' | 'room:head' | 'room:closed' | 'presence:changed'> & {
  connect: () => void;
  disconnect: () => void;
  connect_error: (error: Error & { data?: { code?: string } }) => void;
};

function listenTo(socket: RoomSocket['socket'], hears: Hears): () => void {
  const all = Object.entries(hears) as [never, never][];
  for (const [name, hear] of all) socket.on(name, hear);
  return () => all.forEach(([name, hear]) => socket.off(name, hear));
}

const pathOf = (incidentId: string) => `/api/v1/incidents/${incidentId}`;

/** Connects a room's store with the server: the socket, and polling where no socket comes through. */
export function connectRoom({ room, incidentId, clock, timers, reachable, joined }: ConnectionPorts) {
  const { store } = room;
  const live = acquireRoomSocket();
  const { socket } = live;
  const transport: RoomTransport = {
    join: live.join,
    fetchEvents: (id, after, limit) => ask<EventRange>(`${pathOf(id)}/events?after=${after}&limit=${limit}`),
    fetchSnapshot: (id) => ask<RoomSnapshot>(pathOf(id), { timeoutMs: SNAPSHOT_TIMEOUT_MS }),
  };
  const sync = createRoomSync({ room, incidentId, transport, timers, clock, restarted: reachable });
  const gather = gatherEvents(sync.hearEvents, timers);
  const presence = createPresenceReporter(incidentId, live.present, timers);

  let apartSinceMs = timers.nowMs();
  let answeredAtMs: number | null = null;
  let polledAtMs = 0;
  let heardAtMs = timers.nowMs();
  let stopLooking = () => {};

  function look(): void {
    const now = timers.nowMs();
    const network = networkState({
      isOnline: navigator.onLine,
      isJoined: sync.isJoined(),
      apartMs: now - apartSinceMs,
      answeredMs: answeredAtMs === null ? null : now - answeredAtMs,
    });
    if (network !== store.getState().network) store.setState({ network });
    if (sync.isJoined() && now - heardAtMs > SILENCE_MS) live.restart();
    if (sync.isJoined() || store.getState().closed || !navigator.onLine) return;
    if (now - apartSinceMs < POLL_AFTER_MS || now - polledAtMs < POLL_EVERY_MS) return;
    polledAtMs = now;
    void sync.poll().then((answered) => {
      if (!answered) return;
      const isFirst = answeredAtMs === null;
      answeredAtMs = timers.nowMs();
      if (isFirst) reachable();
    });
  }

  function isOurs({ incident }: { incident: string }): boolean {
    heardAtMs = timers.nowMs();
    return incident === incidentId;
  }

  const stopHearing = listenTo(socket, {
    connect() {
      sync.connected();
      reachable();
    },
    disconnect() {
      sync.disconnected();
      apartSinceMs = timers.nowMs();
      answeredAtMs = null;
      stopLooking();
      stopLooking = timers.after(QUIET_MS, look);
    },
    connect_error(error) {
      if (error.data?.code === 'unauthenticated') sync.close({ code: 'unauthenticated', message: error.message });
    },
    'room:events'(message) {
      if (isOurs(message)) gather.take(message.events);
    },
    'room:head'(head) {
      if (!isOurs(head)) return;
      gather.flush();
      sync.hearHead(head);
    },
    'room:closed'(closed) {
      if (isOurs(closed)) sync.close(closed);
    },
    'presence:changed'(message) {
      if (isOurs(message)) store.setState({ people: message.people, peopleCount: message.total });
    },
  });

  /** The tab is looked at again, or the network came back: whatever slept is asked for at once. [S3] */
  function wake(): void {
    if (document.visibilityState === 'hidden') return;
    live.wake();
    if (socket.connected) void sync.join();
    reachable();
    look();
  }
  window.addEventListener('online', wake);
  window.addEventListener('offline', look);
  document.addEventListener('visibilitychange', wake);
  const timer = setInterval(look, LOOK_EVERY_MS);
  const endJoined = sync.onJoined(() => {
    heardAtMs = timers.nowMs();
    presence.repeat();
    look();
    joined();
  });
  if (socket.connected) sync.connected();

  return {
    presence,
    /** Fetches what is missing, if anything is. */
    nudge: () => sync.hearEvents([]),
    async loadEarlier(): Promise<void> {
      const { events, hasEarlier, loadingEarlier } = store.getState();
      if (!hasEarlier || loadingEarlier) return;
      store.setState({ loadingEarlier: true });
      const before = events[0]?.seq ?? room.seq() + 1;
      const reply = await ask<EarlierEvents>(`${pathOf(incidentId)}/log/earlier?before=${before}&limit=${EARLIER_PAGE}`);
      // Read at a later moment than what is known here: that comes first.
      if (reply.kind === 'ok' && reply.value.seq > room.seq()) await sync.poll();
      if (reply.kind === 'ok' && reply.value.seq <= room.seq()) room.prepend(reply.value);
      store.setState({ loadingEarlier: false });
    },
    stop(): void {
      clearInterval(timer);
      stopLooking();
      endJoined();
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', look);
      document.removeEventListener('visibilitychange', wake);
      stopHearing();
      gather.stop();
      sync.stop();
      presence.stop();
      live.leave(incidentId);
      live.release();
    },
  };
}

export type RoomConnection = ReturnType<typeof connectRoom>;

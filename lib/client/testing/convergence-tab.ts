import type { RoomSnapshot } from '@/lib/contracts/room';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { createOutbox } from '../outbox';
import type { OutboxStorage } from '../outbox-storage';
import { redraw } from '../redraw';
import { createRoomActions } from '../room-actions';
import { createRoomStore } from '../room-store';
import { createRoomSync } from '../room-sync';
import { outcomeOf } from '../send-command';
import { createServerClock } from '../server-clock';
import type { Timers } from '../timers';
import type { ConvergenceServer } from './convergence-server';
import type { LossyNetwork } from './lossy-network';
import type { browser } from './outbox-parts';

type TabOptions = {
  server: ConvergenceServer;
  person: number;
  snapshot: RoomSnapshot;
  network: LossyNetwork;
  storage: OutboxStorage;
  home: ReturnType<typeof browser>;
  timers: Timers;
  /** A command of this person was acknowledged with these events. */
  acknowledged: (commandId: string, events: IncidentEvent[]) => void;
  /** This tab applied an event. */
  applied: (event: IncidentEvent) => void;
};

/** One tab: the real store, outbox and sync of the browser, on a network of the test's. */
export function openTab({ server, person, snapshot, network, storage, home, timers, acknowledged, applied }: TabOptions) {
  const { incidentId, people } = server;
  const me = people[person]!;
  const room = createRoomStore({ snapshot, me, directory: people });
  room.drawAheadBy(redraw);
  const clock = createServerClock(timers);
  const outbox = createOutbox({
    userId: me.userId,
    storage,
    channel: home.channel(),
    lock: home.lock(),
    timers,
    send: async ({ id, name, input, sentAs }) =>
      outcomeOf(await network.ask(() => server.execute(person, { id, name, input, at: sentAs?.at ?? null }))),
    clockOffsetMs: async () => clock.offsetMs(),
  });
  const sync = createRoomSync({
    room,
    incidentId,
    timers,
    clock,
    restarted: () => outbox.wake(),
    transport: {
      join: (request) => network.emit(() => server.join(person, request)),
      fetchEvents: (_id, after, limit) => network.ask(() => server.events(person, after, limit)),
      fetchSnapshot: () => network.ask(() => server.snapshot(person)),
    },
  });
  clock.subscribe(room.setClockOffset);
  const ends = [
    outbox.subscribe(() => room.setOutbox(outbox.stateOf(incidentId))),
    outbox.onTaken((command, answer) => {
      acknowledged(command.id, answer.events);
      if (room.acknowledge(command, answer)) sync.hearEvents([]);
    }),
    room.store.subscribe((view, before) => {
      if (view.events === before.events) return;
      for (const event of view.events) if (event.seq > before.confirmed.seq) applied(event);
    }),
  ];
  outbox.start();

  return {
    person,
    network,
    room,
    outbox,
    view: () => room.store.getState(),
    actions: createRoomActions({ room, outbox: () => outbox, connection: () => null, clock, timers }),
    connect(): void {
      network.connect();
      sync.connected();
      outbox.wake();
    },
    disconnect(): void {
      network.disconnect();
      sync.disconnected();
    },
    hear: (events: IncidentEvent[]) => sync.hearEvents(events),
    hearHead(seq: number, epoch: string, now: string): void {
      if (network.isConnected()) sync.hearHead({ incident: incidentId, seq, epoch, now });
    },
    /** As a reload, or a crash, ends it. */
    close(): void {
      network.disconnect();
      sync.stop();
      outbox.stop();
      for (const end of ends) end();
    },
  };
}

export type ConvergenceTab = ReturnType<typeof openTab>;

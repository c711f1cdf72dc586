import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Colleague } from '@/lib/contracts/people';
import type { EarlierEvents } from '@/lib/contracts/room';
import type { StatusComponent } from '@/lib/contracts/status';
import { apply } from '@/lib/core/incident/apply';
import type { Person } from '@/lib/core/incident/command';
import type { Actor, IncidentEvent } from '@/lib/core/incident/events';
import { unpackRoom, type RoomSnapshot } from '@/lib/core/incident/snapshot';
import type { IncidentState } from '@/lib/core/incident/state';
import { catchUp, NONE_HELD, type Held } from './catch-up';
import { mergeEarlier } from './merge-earlier';
import { writtenAt, type OutboxCommand } from './outbox-command';
import type { Drawer, PendingCommand, redraw } from './redraw';
import { withRedactions } from './redacted-events';
import type { OutboxItem, RoomView } from './room-view';

type RoomStoreOptions = { snapshot: RoomSnapshot; me: Person; directory: Colleague[]; components?: StatusComponent[] };

/** What this device still holds for the room. */
export type OutboxState = {
  commands: readonly OutboxCommand[];
  sending: ReadonlySet<string>;
  isKept: boolean;
  pause: string | null;
};

/** Draws what is pending; before the rules are here nothing is. */
const nothingAhead: typeof redraw = (state) => ({ state, events: [], refusals: new Map() });

const NO_OUTBOX: OutboxState = { commands: [], sending: new Set(), isKept: true, pause: null };

export function drawerOf(me: Person, directory: readonly Person[], components: () => readonly StatusComponent[]): Drawer {
  const people = new Map<string, Person>([...directory, me].map((person) => [person.userId, person]));
  const actor: Actor = { ...me, via: 'web', scope: 'write' };
  return {
    actor,
    person: (userId) => people.get(userId) ?? null,
    component: (componentId) => components().find((one) => one.componentId === componentId) ?? null,
  };
}

/** The truth of one room as far as it is known here, and what is drawn ahead of it. */
export function createRoomStore({ snapshot, me, directory, components = [] }: RoomStoreOptions) {
  const drawer = drawerOf(me, directory, () => store.getState().components);
  const confirmed = unpackRoom(snapshot);
  let epoch = snapshot.epoch;
  let held: Held = NONE_HELD;
  let outbox = NO_OUTBOX;
  let drawAhead = nothingAhead;
  // Taken by the server, with the seq that shows it: drawn ahead until that seq is here.
  let settling: { command: OutboxCommand; seq: number }[] = [];
  // Commands of this device that were seen among the confirmed events.
  const landed = new Set<string>();

  const store: StoreApi<RoomView> = createStore(() => ({
    confirmed,
    drawn: confirmed,
    events: snapshot.events,
    pendingEvents: [],
    outbox: [],
    isOutboxKept: true,
    outboxPause: null,
    network: 'connected',
    closed: null,
    people: [],
    peopleCount: 0,
    hasEarlier: (snapshot.events[0]?.seq ?? 1) > 1,
    loadingEarlier: false,
    clockOffsetMs: 0,
    me,
    directory,
    components,
  }));

  const pendingOf = (command: OutboxCommand): PendingCommand => ({
    ...command,
    writtenAt: writtenAt(command, store.getState().clockOffsetMs),
  });

  function pending(seq: number): OutboxCommand[] {
    settling = settling.filter((one) => one.seq > seq);
    const unconfirmed = outbox.commands.filter(({ attention }) => attention === null);
    return [...settling.map(({ command }) => command), ...unconfirmed]
      .filter(({ id }) => !landed.has(id))
      .toSorted((a, b) => a.order - b.order);
  }

  // The few pending commands are decided again on top of what is confirmed; what is confirmed is never folded again.
  function drawnOn(state: IncidentState): Pick<RoomView, 'confirmed' | 'drawn' | 'pendingEvents' | 'outbox'> {
    const { state: drawn, events, refusals } = drawAhead(state, pending(state.seq).map(pendingOf), drawer);
    const items = outbox.commands.map((command): OutboxItem => {
      const refusal = refusals.get(command.id) ?? null;
      return {
        id: command.id,
        name: command.name,
        input: command.input,
        writtenAt: writtenAt(command, store.getState().clockOffsetMs),
        state: command.attention ? 'attention' : outbox.sending.has(command.id) ? 'sending' : 'waiting',
        reason: command.attention?.reason ?? refusal?.message ?? null,
        problem: command.attention?.problem ?? refusal,
        attachmentSizeBytes: command.attachment?.sizeBytes ?? null,
      };
    });
    return { confirmed: state, drawn, pendingEvents: events, outbox: items };
  }

  function note(events: readonly IncidentEvent[]): void {
    const ours = new Set([...outbox.commands, ...settling.map(({ command }) => command)].map(({ id }) => id));
    for (const { commandId } of events) if (ours.has(commandId)) landed.add(commandId);
  }

  /** Takes in events of any source. Answers whether some in between are missing. [S2] */
  function receive(incoming: readonly IncidentEvent[]): boolean {
    const { confirmed: before, events } = store.getState();
    const { next, held: stillHeld, isMissing } = catchUp(before.seq, held, incoming);
    held = stillHeld;
    if (next.length === 0) return isMissing;
    let state = before;
    for (const event of next) state = apply(state, event);
    note(next);
    store.setState({ ...drawnOn(state), events: withRedactions([...events, ...next], next) });
    return isMissing;
  }

  /** Starts again: the database is another one, or too much was missed. [S4] [S5] */
  function replace(fresh: RoomSnapshot): void {
    held = NONE_HELD;
    epoch = fresh.epoch;
    landed.clear();
    note(fresh.events);
    settling = [];
    const state = unpackRoom(fresh);
    store.setState({ ...drawnOn(state), events: fresh.events, hasEarlier: (fresh.events[0]?.seq ?? 1) > 1 });
  }

  function setOutbox(next: OutboxState): void {
    outbox = next;
    note(store.getState().events.slice(-200));
    store.setState({
      ...drawnOn(store.getState().confirmed),
      isOutboxKept: next.isKept,
      outboxPause: next.pause,
    });
  }

  /** The server took a command of this device: it stays drawn until its events are applied. */
  function acknowledge(command: OutboxCommand, answer: { events: IncidentEvent[]; seq: number }): boolean {
    if (answer.seq > store.getState().confirmed.seq) settling = [...settling, { command, seq: answer.seq }];
    return receive(answer.events);
  }

  function prepend(earlier: EarlierEvents): void {
    const { confirmed: state, events } = store.getState();
    const first = events[0]?.seq ?? state.seq + 1;
    const added = earlier.events.filter((event) => event.seq < first);
    const merged = mergeEarlier(state, events, earlier);
    store.setState({ ...drawnOn(merged), events: [...added, ...events], hasEarlier: (added[0]?.seq ?? 1) > 1 });
  }

  return {
    store,
    drawer,
    seq: () => store.getState().confirmed.seq,
    epoch: () => epoch,
    /** Whether events are held that follow on some not here yet. */
    isMissing: () => held.size > 0,
    receive,
    replace,
    setOutbox,
    acknowledge,
    prepend,
    /** With the rules here, what this device wrote is drawn before the server has it. */
    drawAheadBy(rules: typeof redraw): void {
      drawAhead = rules;
      store.setState(drawnOn(store.getState().confirmed));
    },
    /** What updates can name may have changed since the room was opened. */
    setComponents: (now: StatusComponent[]) => store.setState({ components: now }),
    setClockOffset(clockOffsetMs: number): void {
      if (clockOffsetMs === store.getState().clockOffsetMs) return;
      store.setState({ clockOffsetMs });
      if (outbox.commands.length > 0) store.setState(drawnOn(store.getState().confirmed));
    },
  };
}

export type RoomStore = ReturnType<typeof createRoomStore>;

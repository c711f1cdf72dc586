import type { ClientToServer, JoinAnswer } from '@/lib/contracts/socket';
import { PROBLEM_STATUS, type ProblemCode } from '@/lib/contracts/problem';
import { sent, textIn } from '@/lib/services/drafts/testing/written-draft';
import { ACTOR_KINDS, makeRoom, VISIBILITIES, type ActorKind, type Room, type Visibility } from './access-actors';
import type { Cell } from './access-matrix';
import { expected, type Outcome, type RowName } from './access-table';
import type { ApiOver } from './api-over';
import type { Door, OpenSocket } from './door-over';

/** Every event that a client may send. One without a row does not compile. */
const ROWS: Record<keyof ClientToServer, RowName> = {
  'room:join': 'see',
  'room:leave': 'see',
  'presence:update': 'see',
  'draft:open': 'work',
  'draft:change': 'work',
  'draft:leave': 'work',
};

type Got = Outcome | number;
type Tried = Record<keyof ClientToServer, Got>;

type Seen = { people: { userId: string; focus: string | null }[]; seqs: number[]; drafts: string[] };
type Watcher = { socket: OpenSocket; seen: Seen; until: (isSo: (seen: Seen) => boolean) => Promise<void> };

/** What one socket is told: who is there, and the seqs of events. */
function watch(socket: OpenSocket): Watcher {
  const seen: Seen = { people: [], seqs: [], drafts: [] };
  const waiting = new Set<() => void>();
  const look = () => waiting.forEach((one) => one());
  socket.on('presence:changed', ({ people }) => {
    seen.people = people;
    look();
  });
  socket.on('room:events', ({ events }) => {
    seen.seqs.push(...events.map(({ seq }) => seq));
    look();
  });
  socket.on('draft:changed', ({ update }) => {
    seen.drafts.push(update);
    look();
  });
  const until = (isSo: (seen: Seen) => boolean) =>
    new Promise<void>((resolve) => {
      const settle = () => {
        if (!isSo(seen)) return;
        waiting.delete(settle);
        resolve();
      };
      waiting.add(settle);
      settle();
    });
  return { socket, seen, until };
}

/** Whatever was sent before on this socket has been dealt with when this is answered. */
const flushed = (socket: OpenSocket) => socket.emitWithAck('room:join', { incident: 'INC-999999', after: 0 });

/** Whatever was told to the room before has been seen by the watcher when this is answered. */
async function seenBy(watcher: Watcher, { key }: Room, marker: string): Promise<void> {
  watcher.socket.emit('presence:update', { incident: key, focus: marker, typing: null });
  await watcher.until(({ people }) => people.some(({ focus }) => focus === marker));
}

const outcomeOf = (answer: { ok: true } | Extract<JoinAnswer, { ok: false }>): Got =>
  answer.ok ? 'ok' : PROBLEM_STATUS[answer.code];

const hears = ({ seen }: Watcher, seq: number) => seen.seqs.includes(seq);

type DraftTried = Pick<Tried, 'draft:open' | 'draft:change' | 'draft:leave'>;

/** Tries to write a draft along, which the watcher sits down to. */
async function tryDrafts(actor: Watcher, watcher: Watcher, { key }: Room): Promise<DraftTried> {
  const change = ({ socket }: Watcher, text: string) =>
    socket.emitWithAck('draft:change', { incident: key, update: sent(text) }).then(outcomeOf);
  const tellsOf = ({ seen }: Watcher, text: string) => textIn(seen.drafts).includes(text);
  const opened = await watcher.socket.emitWithAck('draft:open', { incident: key });
  await change(watcher, 'before;');
  await flushed(actor.socket);
  const isEarly = tellsOf(actor, 'before;');

  const joined = await actor.socket.emitWithAck('draft:open', { incident: key }).then(outcomeOf);
  const changed = await change(actor, 'by the actor;');
  if (changed === 'ok') await watcher.until(() => tellsOf(watcher, 'by the actor;'));
  const again = await watcher.socket.emitWithAck('draft:open', { incident: key });
  const isStored = again.ok && textIn([again.document]).includes('by the actor;');
  await change(watcher, 'while open;');
  if (joined === 'ok') await actor.until(() => tellsOf(actor, 'while open;'));
  await flushed(actor.socket);
  const isTold = tellsOf(actor, 'while open;');

  const found = await actor.socket.emitWithAck('room:join', { incident: key, after: 0 });
  const incident = 'snapshot' in found ? found.snapshot.incident.id : (found.ok && found.events[0]?.incidentId) || key;
  actor.socket.emit('draft:leave', { incident });
  await flushed(actor.socket);
  await change(watcher, 'after leaving;');
  await flushed(actor.socket);
  const isToldLater = tellsOf(actor, 'after leaving;');
  return {
    'draft:open': !opened.ok || isEarly || isTold !== (joined === 'ok') ? 500 : joined,
    'draft:change': isStored !== (changed === 'ok') ? 500 : changed,
    'draft:leave': isToldLater ? 500 : joined,
  };
}

/** Tries every event; whatever has an effect that it must not have comes out as 500. */
async function tryEvents(api: ApiOver, actor: Watcher, watcher: Watcher, room: Room): Promise<Tried> {
  const { key, commander } = room;
  const place = { incident: key, focus: 'here', typing: null };
  const isThere = () => watcher.seen.people.some(({ userId }) => userId === room.actor.userId);
  const happens = async () => {
    const { seq } = await api.take(commander, key, 'log.write', { text: 'something happens' });
    await watcher.until(({ seqs }) => seqs.includes(seq));
    await flushed(actor.socket);
    return seq;
  };

  // Without having joined, nothing of it counts.
  actor.socket.emit('presence:update', place);
  actor.socket.emit('room:leave', { incident: key });
  await flushed(actor.socket);
  await seenBy(watcher, room, 'before');
  const isEarly = isThere() || hears(actor, await happens());

  const joined = outcomeOf(await actor.socket.emitWithAck('room:join', { incident: key, after: 0 }));
  actor.socket.emit('presence:update', place);
  await flushed(actor.socket);
  await seenBy(watcher, room, 'joined');
  const isSeen = isThere();
  const isTold = hears(actor, await happens());

  actor.socket.emit('room:leave', { incident: key });
  await flushed(actor.socket);
  const isToldLater = hears(actor, await happens());
  const mayJoin = joined === 'ok';
  return {
    ...(await tryDrafts(actor, watcher, room)),
    'room:join': isEarly || isTold !== mayJoin ? 500 : joined,
    'presence:update': isEarly || isSeen !== mayJoin ? 500 : joined,
    'room:leave': isToldLater ? 500 : joined,
  };
}

function refusedAtTheDoor(error: unknown): Tried {
  const code = (error as { data?: { code?: ProblemCode } }).data?.code;
  const got = code ? PROBLEM_STATUS[code] : 500;
  return Object.fromEntries(Object.keys(ROWS).map((event) => [event, got])) as Tried;
}

async function runColumn(api: ApiOver, door: Door, kind: ActorKind, visibility: Visibility): Promise<Cell[]> {
  const room = await makeRoom(api, kind, visibility);
  const watcher = watch(await door.open(room.bystander));
  await watcher.socket.emitWithAck('room:join', { incident: room.key, after: 0 });
  const got = await door.open(room.actor).then((socket) => tryEvents(api, watch(socket), watcher, room), refusedAtTheDoor);
  watcher.socket.disconnect();
  return (Object.keys(ROWS) as (keyof ClientToServer)[]).map((event) => ({
    ...{ attempt: event, kind, visibility, isLeak: got[event] === 500 },
    ...{ expected: expected(ROWS[event], kind, visibility), got: got[event] },
  }));
}

const TOGETHER = 4;

/** Every kind of actor x every socket event x public and private. */
export async function runSocketMatrix(api: ApiOver, door: Door): Promise<Cell[]> {
  const columns = VISIBILITIES.flatMap((visibility) => ACTOR_KINDS.map((kind) => ({ kind, visibility })));
  const cells: Cell[] = [];
  // Not all at once: they would queue for the number of their incident for longer than anybody waits.
  for (let first = 0; first < columns.length; first += TOGETHER) {
    const running = columns.slice(first, first + TOGETHER);
    const done = await Promise.all(running.map(({ kind, visibility }) => runColumn(api, door, kind, visibility)));
    cells.push(...done.flat());
  }
  return cells;
}

import type { ClientToServer, JoinAnswer } from '@/lib/contracts/socket';
import { PROBLEM_STATUS, type ProblemCode } from '@/lib/contracts/problem';
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
};

type Got = Outcome | number;
type Tried = Record<keyof ClientToServer, Got>;

type Seen = { people: { userId: string; focus: string | null }[]; seqs: number[] };
type Watcher = { socket: OpenSocket; seen: Seen; until: (isSo: (seen: Seen) => boolean) => Promise<void> };

/** What one socket is told: who is there, and the seqs of events. */
function watch(socket: OpenSocket): Watcher {
  const seen: Seen = { people: [], seqs: [] };
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

const outcomeOf = (answer: JoinAnswer): Got => (answer.ok ? 'ok' : PROBLEM_STATUS[answer.code]);

const hears = ({ seen }: Watcher, seq: number) => seen.seqs.includes(seq);

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
    'room:join': isEarly || isTold !== mayJoin ? 500 : joined,
    'presence:update': isEarly || isSeen !== mayJoin ? 500 : joined,
    'room:leave': isToldLater ? 500 : joined,
  };
}

function refusedAtTheDoor(error: unknown): Tried {
  const code = (error as { data?: { code?: ProblemCode } }).data?.code;
  const got = code ? PROBLEM_STATUS[code] : 500;
  return { 'room:join': got, 'room:leave': got, 'presence:update': got };
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

/** Every kind of actor x every socket event x public and private. */
export async function runSocketMatrix(api: ApiOver, door: Door): Promise<Cell[]> {
  const columns = VISIBILITIES.flatMap((visibility) => ACTOR_KINDS.map((kind) => runColumn(api, door, kind, visibility)));
  return (await Promise.all(columns)).flat();
}

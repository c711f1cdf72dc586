import type { ProblemCode } from '@/lib/contracts/problem';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { maySee } from '@/lib/services/incident/see-incident';
import type { Bus, BusMessage } from './bus';
import type { LiveLog, LiveReads } from './live-ports';
import type { LiveIo, LiveSocket, Member } from './member';
import { packEvents } from './pack-events';
import { createPresenceBoard } from './presence-board';
import { createRoom, type Room } from './room';
import { judgeSpeed } from './slow-members';

type RoomsOptions = {
  io: LiveIo;
  reads: LiveReads;
  bus: Bus;
  node: string;
  epoch: string;
  clock: () => Date;
  log: LiveLog;
};

/** How many sockets of one person hear one incident; the one that came first makes room for another. */
const SOCKETS_PER_PERSON = 5;

export const GONE =
  'You can no longer see this incident: access was taken back, or it was a practice room that somebody removed. Ask its commander or an administrator.';
const CROWDED = `This incident is open in more than ${SOCKETS_PER_PERSON} of your windows. Close one of them, then reload this one.`;

/** All rooms of this process that somebody is in. */
export function createRooms({ io, reads, bus, node, epoch, clock, log }: RoomsOptions) {
  const rooms = new Map<string, Room>();
  let entries = 0;
  const nowMs = () => clock().getTime();

  const board = createPresenceBoard({
    node,
    bus,
    nowMs,
    sendAll: (incidentId, message) => io.to(keyOf(incidentId)).emit('presence:changed', message),
    sendOne: ({ socket }, message) => void socket.emit('presence:changed', message),
    membersOf: (incidentId) => rooms.get(incidentId)?.members.values() ?? [],
  });

  const keyOf = (incidentId: string) => rooms.get(incidentId)?.key ?? '';
  const headOf = (room: Room) => ({ incident: room.incidentId, seq: room.head(), epoch, now: clock().toISOString() });

  function sendHead(room: Room): void {
    const message = headOf(room);
    for (const { socket, state } of room.members.values()) if (state !== 'joining') socket.emit('room:head', message);
  }

  function judge(room: Room): void {
    const ports = { key: room.key, nowMs: nowMs(), sendHead: (member: Member) => member.socket.emit('room:head', headOf(room)) };
    for (const member of room.members.values()) judgeSpeed(member, ports);
  }

  function send(room: Room, events: IncidentEvent[]): void {
    judge(room);
    const { messages, hint } = packEvents(events);
    for (const part of messages) io.to(room.key).emit('room:events', { incident: room.incidentId, events: part });
    if (hint) io.to(room.key).emit('room:head', headOf(room));
  }

  function close(room: Room, member: Member, code: ProblemCode, message: string): void {
    leave(room.incidentId, member.socket);
    member.socket.emit('room:closed', { incident: room.incidentId, code, message });
  }

  function open(incidentId: string): Room {
    const known = rooms.get(incidentId);
    if (known) return known;
    const room: Room = createRoom(incidentId, {
      range: (first, last) => reads.range(incidentId, first, last),
      head: async () => (await reads.heads([incidentId]))[0] ?? null,
      send: (events) => send(room, events),
      sendHead: () => sendHead(room),
      expel: (member) => close(room, member, 'not_found', GONE),
      maySee: (head, { socket }) => maySee(head, socket.data.caller),
      failed: (error) => log.warn({ err: error, incidentId }, 'A room fell behind; it is looked at again in a second.'),
    });
    rooms.set(incidentId, room);
    return room;
  }

  function leave(incidentId: string, socket: LiveSocket): void {
    const room = rooms.get(incidentId);
    const member = room?.members.get(socket.id);
    if (!room || !member) return;
    member.state = 'gone';
    room.members.delete(socket.id);
    void socket.leave(room.key);
    board.leave(incidentId, socket.id, room.members.size);
    if (room.members.size === 0) rooms.delete(incidentId);
  }

  function makeRoomFor(room: Room, { data }: LiveSocket): void {
    const { userId } = data.caller.actor;
    const theirs = [...room.members.values()].filter(({ socket }) => socket.data.caller.actor.userId === userId);
    const [oldest] = theirs;
    if (oldest && theirs.length >= SOCKETS_PER_PERSON) close(room, oldest, 'too_many', CROWDED);
  }

  return {
    all: () => [...rooms.values()],
    entries: () => entries,
    /** Enters first; what was missed is read afterwards, so nothing falls between. [S1] */
    enter(incidentId: string, socket: LiveSocket): { room: Room; member: Member } {
      const earlier = rooms.get(incidentId)?.members.get(socket.id);
      leave(incidentId, socket);
      if (earlier) earlier.state = 'replaced';
      const room = open(incidentId);
      makeRoomFor(room, socket);
      const member: Member = { socket, entry: entries++, state: 'joining', held: [], laggingSinceMs: 0 };
      rooms.set(incidentId, room);
      room.members.set(socket.id, member);
      return { room, member };
    },
    /** Lets a member hear, who was just told everything up to `head`. */
    admit(room: Room, member: Member, head: number): void {
      const { socket } = member;
      const { messages, hint } = packEvents(room.admit(member, head));
      for (const events of messages) socket.emit('room:events', { incident: room.incidentId, events });
      if (hint) socket.emit('room:head', headOf(room));
      void socket.join(room.key);
      board.place(room.incidentId, member, { focus: null, typing: null }, room.members.size);
    },
    leave,
    leaveAll: (socket: LiveSocket) => {
      for (const incidentId of rooms.keys()) leave(incidentId, socket);
    },
    place(incidentId: string, socket: LiveSocket, place: { focus: string | null; typing: string | null }): void {
      const room = rooms.get(incidentId);
      const member = room?.members.get(socket.id);
      if (room && member && member.state !== 'joining') board.place(incidentId, member, place, room.members.size);
    },
    take: (incidentId: string, events: IncidentEvent[]) => rooms.get(incidentId)?.take(events),
    hearPresence(message: Extract<BusMessage, { kind: 'presence' | 'presenceWanted' }>): void {
      const { incidentId } = message;
      if (message.kind === 'presenceWanted') board.repeat(incidentId);
      else board.hear(message.node, incidentId, message.people, rooms.get(incidentId)?.members.size ?? 0);
    },
    close: (room: Room, member: Member, code: ProblemCode, message: string) => close(room, member, code, message),
    judgeAll: () => rooms.forEach(judge),
    /** To every room, so that the last event cannot be missed silently. [S3] */
    sendHeads: () =>
      rooms.forEach((room, incidentId) => {
        sendHead(room);
        board.repeat(incidentId);
      }),
    stop: () => board.close(),
  };
}

export type Rooms = ReturnType<typeof createRooms>;

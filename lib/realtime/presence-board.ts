import type { PersonHere } from '@/lib/contracts/room';
import type { Bus } from './bus';
import type { Member } from './member';
import { createPresence, NAMED_MAX, type Presence } from './presence';

type BoardOptions = {
  node: string;
  bus: Bus;
  nowMs: () => number;
  sendAll: (incidentId: string, message: Message) => void;
  sendOne: (member: Member, message: Message) => void;
  membersOf: (incidentId: string) => Iterable<Member>;
};

type Message = { incident: string; people: PersonHere[]; total: number };
type Pane = {
  presence: Presence;
  shown: string;
  timer: NodeJS.Timeout | null;
  newcomers: Set<string>;
  /** Whether other processes are to hear of it. */
  isOurs: boolean;
};
type Place = Pick<PersonHere, 'focus' | 'typing'>;

const PAUSE_MS = 250;
// A list costs its length times its readers; a large room is told less often.
const PAUSE_PER_MEMBER_MS = 2;
const PAUSE_MAX_MS = 3000;

/** Tells rooms who is in them: changes of a moment together, whole lists only. [S6] */
export function createPresenceBoard({ node, bus, nowMs, sendAll, sendOne, membersOf }: BoardOptions) {
  const panes = new Map<string, Pane>();

  function paneOf(incidentId: string): Pane {
    const known = panes.get(incidentId);
    if (known) return known;
    const pane: Pane = { presence: createPresence(), shown: '', timer: null, newcomers: new Set(), isOurs: false };
    panes.set(incidentId, pane);
    bus.publish({ kind: 'presenceWanted', node, incidentId });
    return pane;
  }

  const tellOthers = (incidentId: string, pane: Pane) =>
    bus.publish({ kind: 'presence', node, incidentId, people: pane.presence.local() });

  function show(incidentId: string, pane: Pane): void {
    pane.timer = null;
    if (pane.isOurs) tellOthers(incidentId, pane);
    pane.isOurs = false;
    const people = pane.presence.people(nowMs());
    const message = { incident: incidentId, people: people.slice(0, NAMED_MAX), total: people.length };
    const text = JSON.stringify(message);
    if (text !== pane.shown) sendAll(incidentId, message);
    else for (const member of membersOf(incidentId)) if (pane.newcomers.has(member.socket.id)) sendOne(member, message);
    pane.shown = text;
    pane.newcomers.clear();
  }

  function changed(incidentId: string, pane: Pane, size: number): void {
    const pauseMs = Math.min(PAUSE_MS + size * PAUSE_PER_MEMBER_MS, PAUSE_MAX_MS);
    pane.timer ??= setTimeout(() => show(incidentId, pane), pauseMs);
  }

  return {
    place(incidentId: string, { socket }: Member, place: Place, size: number): void {
      const pane = paneOf(incidentId);
      const { userId, name, role } = socket.data.caller.actor;
      if (!pane.presence.get(socket.id)) pane.newcomers.add(socket.id);
      pane.presence.set(socket.id, { userId, name, role, ...place, seenAtMs: nowMs() });
      pane.isOurs = true;
      changed(incidentId, pane, size);
    },
    leave(incidentId: string, socketId: string, size: number): void {
      const pane = panes.get(incidentId);
      if (!pane?.presence.remove(socketId)) return;
      pane.isOurs = true;
      if (size > 0) return changed(incidentId, pane, size);
      tellOthers(incidentId, pane);
      if (pane.timer) clearTimeout(pane.timer);
      panes.delete(incidentId);
    },
    hear(from: string, incidentId: string, people: Parameters<Presence['hear']>[1], size: number): void {
      const pane = panes.get(incidentId);
      if (!pane) return;
      pane.presence.hear(from, people, nowMs());
      changed(incidentId, pane, size);
    },
    /** Says again who is here: asked by another process, or so that it does not take us for gone. */
    repeat(incidentId: string): void {
      const pane = panes.get(incidentId);
      if (pane) tellOthers(incidentId, pane);
    },
    close(): void {
      for (const { timer } of panes.values()) if (timer) clearTimeout(timer);
      panes.clear();
    },
  };
}

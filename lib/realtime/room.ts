import { randomUUID } from 'node:crypto';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { changesAccess } from './access-events';
import type { RoomHead } from './live-ports';
import type { Member } from './member';

export type RoomPorts = {
  range: (first: number, last: number) => Promise<IncidentEvent[]>;
  head: () => Promise<RoomHead | null>;
  /** Sends to all who are live in the room. */
  send: (events: IncidentEvent[]) => void;
  sendHead: () => void;
  /** Ends it for a member who may no longer see it. */
  expel: (member: Member) => void;
  maySee: (head: RoomHead, member: Member) => boolean;
  failed: (error: unknown) => void;
};

/** Further behind than this, members are told the head and fetch for themselves. */
const MAX_GAP = 500;

/**
 * One incident in this process: who is in, and what they were sent. Events come in by any way and any number of times;
 * out they go once, in seq order, without gaps, and only after everybody's right to hear them is known.
 */
export function createRoom(incidentId: string, ports: RoomPorts) {
  const members = new Map<string, Member>();
  let sent: number | null = null;
  let queue: IncidentEvent[] = [];
  let known = 0;
  let isRunning = false;
  let isDoubtful = false;

  function enforce(head: RoomHead | null, enteredBefore = Infinity): void {
    for (const member of members.values()) {
      if (member.entry >= enteredBefore) continue;
      if (!head || !ports.maySee(head, member)) ports.expel(member);
    }
  }

  function deliver(events: IncidentEvent[]): void {
    sent = events.at(-1)?.seq ?? sent;
    let listening = false;
    for (const member of members.values()) {
      if (member.state === 'joining') member.held.push(...events);
      if (member.state === 'live') listening = true;
    }
    if (listening) ports.send(events);
  }

  // The events that follow `after` without a gap; repeats and what was sent already drop out.
  function nextRun(after: number): IncidentEvent[] {
    const bySeq = new Map(queue.filter((event) => event.seq > after).map((event) => [event.seq, event]));
    queue = [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
    const end = queue.findIndex((event, index) => event.seq !== after + 1 + index);
    return end === -1 ? queue : queue.slice(0, end);
  }

  async function fillGap(after: number): Promise<boolean> {
    const until = queue[0] ? queue[0].seq - 1 : known;
    if (until <= after) return false;
    if (until - after > MAX_GAP) {
      isDoubtful = true;
      sent = until;
      ports.sendHead();
      return true;
    }
    const events = await ports.range(after + 1, until);
    queue.push(...events);
    return events.length > 0;
  }

  async function step(after: number): Promise<boolean> {
    const run = nextRun(after);
    if (run.length === 0) return fillGap(after);
    if (isDoubtful || run.some(changesAccess)) {
      isDoubtful = true;
      enforce(await ports.head());
      isDoubtful = false;
    }
    deliver(run);
    return true;
  }

  // What fails stays queued; the next look at the heads comes back to it.
  async function run(): Promise<void> {
    if (isRunning || sent === null) return;
    isRunning = true;
    try {
      while (await step(sent)) continue;
    } catch (error) {
      ports.failed(error);
    } finally {
      isRunning = false;
    }
  }

  let isScheduled = false;
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      void run();
    });
  }

  // What comes alone goes out at once; what else comes in the same tick goes out together.
  function sendSoon(): void {
    if (isScheduled) return;
    schedule();
    void run();
  }

  return {
    incidentId,
    key: `room:${incidentId}:${randomUUID()}`,
    members,
    /** The last seq that members were told of. */
    head: () => Math.max(sent ?? 0, known),
    sent: () => sent,
    /** Takes in events and sends them on, those of one tick in two messages at most. */
    take(events: readonly IncidentEvent[]): void {
      queue.push(...events);
      sendSoon();
    },
    /** Lets a member in who was just told everything up to `head`; answers with what it must be told next. */
    admit(member: Member, head: number): IncidentEvent[] {
      const rest = member.held.filter((event) => event.seq > head);
      member.held = [];
      member.state = 'live';
      sent ??= head;
      known = Math.max(known, head);
      schedule();
      return rest;
    },
    /** Compares with what the database said, null for no such incident; `sentBefore` and `enteredBefore` are from before it was asked. [S3] */
    observe(head: RoomHead | null, sentBefore: number | null, enteredBefore: number): void {
      enforce(head, enteredBefore);
      if (!head) return;
      known = head.seq;
      // A database that knows less than we sent is another one, or lost its end: members start again. [S4]
      if (sentBefore !== null && head.seq < sentBefore) {
        sent = head.seq;
        queue = [];
        ports.sendHead();
      }
      schedule();
    },
  };
}

export type Room = ReturnType<typeof createRoom>;

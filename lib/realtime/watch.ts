import type { LiveLog, LiveReads, RoomHead } from './live-ports';
import type { LiveIo, LiveSocket } from './member';
import type { Rooms } from './rooms';

type WatchOptions = { io: LiveIo; reads: LiveReads; rooms: Rooms; log: LiveLog };

const EVERY_MS = 1000;
const HEADS_EVERY_MS = 10_000;

const OVER = 'You are not signed in any more. Sign in again; what you wrote is kept on this device.';

/**
 * Once a second compares what this process believes with the database: the heads of its open rooms in one query, the
 * sessions and tokens of its sockets in one each. So a lost hint costs a second, and a revoked session two at most. [S3]
 */
export function createWatch({ io, reads, rooms, log }: WatchOptions) {
  let isLooking = false;
  let looksAgain = false;

  async function compareHeads(): Promise<void> {
    const open = rooms.all().map((room) => ({ room, sentBefore: room.sent() }));
    const enteredBefore = rooms.entries();
    if (open.length === 0) return;
    const heads = new Map<string, RoomHead>();
    for (const head of await reads.heads(open.map(({ room }) => room.incidentId))) heads.set(head.incidentId, head);
    for (const { room, sentBefore } of open) room.observe(heads.get(room.incidentId) ?? null, sentBefore, enteredBefore);
  }

  function end(socket: LiveSocket): void {
    for (const room of rooms.all()) {
      const member = room.members.get(socket.id);
      if (member) rooms.close(room, member, 'unauthenticated', OVER);
    }
    socket.disconnect(true);
  }

  async function checkSessions(): Promise<void> {
    const sockets = [...io.of('/').sockets.values()];
    const checks = sockets.map(async (socket) => {
      const caller = await reads.present(socket.data.identity);
      if (caller) socket.data.caller = caller;
      else end(socket);
    });
    await Promise.all(checks);
  }

  async function lookOnce(): Promise<void> {
    rooms.judgeAll();
    try {
      // Roles first: who may still see a room depends on them.
      await checkSessions();
      await compareHeads();
    } catch (error) {
      log.warn({ err: error }, 'The database could not be asked what changed; it is asked again in a second.');
    }
  }

  async function look(): Promise<void> {
    isLooking = true;
    do {
      looksAgain = false;
      await lookOnce();
    } while (looksAgain);
    isLooking = false;
  }

  function lookNow(): void {
    if (isLooking) looksAgain = true;
    else void look();
  }

  const timer = setInterval(() => isLooking || void look(), EVERY_MS);
  const headTimer = setInterval(() => rooms.sendHeads(), HEADS_EVERY_MS);

  return {
    look: lookNow,
    stop() {
      clearInterval(timer);
      clearInterval(headTimer);
    },
  };
}

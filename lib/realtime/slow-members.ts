import type { Member } from './member';
import { cut, waitingBytes } from './waiting-bytes';

const LAG_BYTES = 1024 * 1024;
const CUT_BYTES = 4 * LAG_BYTES;
const CUT_AFTER_MS = 15_000;
const CAUGHT_UP_BYTES = 64 * 1024;

type SlowPorts = { key: string; nowMs: number; sendHead: (member: Member) => void };

/**
 * Looks how much waits in a member's transport. Above 1 MB it hears heads only and fetches when it can; above 4 MB, or
 * after 15 s, its connection is ended and it catches up on the next one.
 */
export function judgeSpeed(member: Member, { key, nowMs, sendHead }: SlowPorts): void {
  const { socket, state } = member;
  if (state !== 'live' && state !== 'lagging') return;
  const bytes = waitingBytes(socket);
  if (state === 'live') {
    if (bytes <= LAG_BYTES) return;
    member.state = 'lagging';
    member.laggingSinceMs = nowMs;
    void socket.leave(key);
  }
  if (bytes > CUT_BYTES || nowMs - member.laggingSinceMs > CUT_AFTER_MS) return cut(socket);
  if (bytes > CAUGHT_UP_BYTES) return;
  member.state = 'live';
  void socket.join(key);
  sendHead(member);
}

import * as z from 'zod/mini';
import type { JoinAnswer } from '@/lib/contracts/socket';
import { ServiceError } from '@/lib/services/errors';
import { readSince, refusedJoin } from './join';
import type { LiveLog, LiveReads } from './live-ports';
import type { LiveSocket } from './member';
import type { Caller } from '@/lib/auth/caller';
import type { DraftTables } from './draft-tables';
import { operationBudget } from './operation-budget';
import { GONE, type Rooms } from './rooms';
import { serveDrafts } from './serve-drafts';
import { JoinInput, LeaveInput, PresenceInput } from './socket-input';

type Serving = { rooms: Rooms; tables: DraftTables; reads: LiveReads; epoch: string; clock: () => Date; log: LiveLog };

// What a socket may ask in vain before it is taken for a flood.
const REFUSED_MAX = 200;

const ROOMS_MAX = 40;

const CROWDED: JoinAnswer = {
  ok: false,
  code: 'too_many',
  message: 'This connection is in too many incidents. Leave some with room:leave.',
};
const HURRIED: JoinAnswer = { ok: false, code: 'too_many', message: 'Too many requests on this connection. Wait a second.' };
const OVER = 'You are not signed in any more. Sign in again.';
const ILL_FORMED: JoinAnswer = { ok: false, code: 'invalid', message: 'Send {incident, after, epoch?} with room:join.' };

/** Answers what one socket asks. Nothing that arrives here is trusted, and nothing that goes wrong leaves it. */
export function serveSocket(socket: LiveSocket, { rooms, tables, reads, epoch, clock, log }: Serving): void {
  const budget = operationBudget(() => clock().getTime());
  // Keys that the client used, as the ids they stand for.
  const idOf = new Map<string, string>();
  let refused = 0;

  function isAllowed(): boolean {
    if (budget.take()) return true;
    refused += 1;
    if (refused > REFUSED_MAX) socket.disconnect(true);
    return false;
  }

  async function present(): Promise<Caller> {
    const caller = await reads.present(socket.data.identity);
    if (!caller) throw new ServiceError('unauthenticated', OVER);
    socket.data.caller = caller;
    return caller;
  }

  async function join(request: z.output<typeof JoinInput>, answer: (answer: JoinAnswer) => void): Promise<void> {
    if (idOf.size >= ROOMS_MAX && !idOf.has(request.incident)) return answer(CROWDED);
    const caller = await present();
    const { incidentId } = await reads.find(caller, request.incident);
    if (!socket.connected) return;
    idOf.set(request.incident, incidentId);
    const { room, member } = rooms.enter(incidentId, socket);
    try {
      const told = await readSince(reads, caller, { ...request, incident: incidentId }, { presentEpoch: epoch, now: clock });
      if (member.state === 'gone') return answer({ ok: false, code: 'not_found', message: GONE });
      answer(told);
      if (member.state === 'joining') rooms.admit(room, member, told.head);
    } catch (error) {
      if (member.state === 'joining') rooms.leave(incidentId, socket);
      throw error;
    }
  }

  socket.on('room:join', (request, answer) => {
    if (typeof answer !== 'function') return;
    if (!isAllowed()) return answer(HURRIED);
    const parsed = z.safeParse(JoinInput, request);
    if (!parsed.success) return answer(ILL_FORMED);
    join(parsed.data, answer).catch((error: unknown) => {
      const refusal = refusedJoin(error);
      if (refusal.code === 'failed') log.error({ err: error }, 'Joining a room failed.');
      answer(refusal);
      if (refusal.code === 'unauthenticated') socket.disconnect(true);
    });
  });

  socket.on('room:leave', (request) => {
    const parsed = z.safeParse(LeaveInput, request);
    if (!isAllowed() || !parsed.success) return;
    rooms.leave(idOf.get(parsed.data.incident) ?? parsed.data.incident, socket);
    idOf.delete(parsed.data.incident);
  });

  socket.on('presence:update', (update) => {
    const parsed = z.safeParse(PresenceInput, update);
    if (!isAllowed() || !parsed.success) return;
    const { incident, ...place } = parsed.data;
    rooms.place(idOf.get(incident) ?? incident, socket, place);
  });

  serveDrafts(socket, { tables, present, isAllowed, log });
  socket.on('disconnect', () => rooms.leaveAll(socket));
  // Without a listener, an error of one socket would end the process.
  (socket as unknown as NodeJS.EventEmitter).on('error', (error) => log.warn({ err: error }, 'A socket failed.'));
}

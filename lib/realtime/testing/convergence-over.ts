import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { OpenServer, SentCommand } from '@/lib/client/testing/convergence-server';
import type { Reply } from '@/lib/client/http';
import type { Problem } from '@/lib/contracts/problem';
import type { Person } from '@/lib/core/incident/command';
import type { IncidentEvent } from '@/lib/core/incident/events';
import { serviceErrorOf } from '@/lib/api/problem-response';
import { PROBLEM_STATUS } from '@/lib/contracts/problem';
import type { Database } from '@/lib/db/database';
import { createServices } from '@/lib/services/services';
import { readSince, refusedJoin } from '../join';

const PEOPLE_MAX = 8;
const PAGE = 500;

async function makePeople({ prisma }: Database): Promise<Person[]> {
  const people = Array.from({ length: PEOPLE_MAX }, (_, n) => ({
    userId: uuidv7() as never,
    name: `Person ${n}`,
    role: 'responder' as const,
  }));
  await prisma.user.createMany({
    data: people.map(({ userId, name, role }) => ({ id: userId, email: `${userId}@example.org`, name, role })),
  });
  return people;
}

async function replyOf<T>(request: Promise<T>): Promise<Reply<T>> {
  try {
    return { kind: 'ok', value: await request };
  } catch (error) {
    const { code, message, present } = serviceErrorOf(error);
    const problem: Problem = {
      type: '',
      title: code,
      status: PROBLEM_STATUS[code],
      code,
      detail: message,
      requestId: '',
      present,
    };
    return { kind: 'problem', problem, retryAfterMs: null };
  }
}

/** Incidents for convergence runs on the real services over a real database; each run has services of its own. */
export async function convergenceOver(db: Database): Promise<OpenServer> {
  const all = await makePeople(db);
  return async (count, clock) => {
    let hear: (events: IncidentEvent[]) => void = () => undefined;
    const { incidents } = createServices({
      pool: db.pool,
      prisma: db.prisma,
      epoch: db.epoch,
      clock,
      hasWebhook: false,
      secret: 'a secret for tests',
      setupToken: null,
      publicUrl: 'http://localhost:3000',
      dataFolder: '/nowhere/data',
      published: ({ events }) => hear(events),
    });
    const people = all.slice(0, count);
    const callers = people.map((person): Caller => ({
      actor: { ...person, via: 'web', scope: 'write' },
      sessionId: uuidv7(),
      tokenId: null,
    }));
    const { incidentId } = await incidents.declare(callers[0]!, { id: uuidv7(), input: { title: 'Converging' } });
    const told = { presentEpoch: db.epoch, now: clock };
    return {
      incidentId,
      people,
      join: (person, request) => readSince(incidents, callers[person]!, request, told).catch(refusedJoin),
      events: (person, after, limit) => replyOf(incidents.readEvents(callers[person]!, incidentId, { after, limit })),
      snapshot: (person) => replyOf(incidents.loadRoom(callers[person]!, incidentId)),
      execute: (person, { id, name, input, at }: SentCommand) =>
        replyOf(incidents.execute(callers[person]!, { incident: incidentId, id, name, input, at })),
      published(listener) {
        hear = listener;
      },
      async truth() {
        const events: IncidentEvent[] = [];
        for (;;) {
          const page = await incidents.range(incidentId, events.length + 1, events.length + PAGE);
          if (page.length === 0) return events;
          events.push(...page);
        }
      },
    };
  };
}

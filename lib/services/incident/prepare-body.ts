import { decide } from '@/lib/core/incident/decide';
import type { BodyFacts } from '@/lib/core/incident/command';
import { inTransaction } from '@/lib/db/transaction';
import { ServiceError, refused } from '../errors';
import { bodyFromBytes, factsOf } from './evidence-body';
import type { IncidentDeps } from './incident-deps';
import { storeBody } from './store-body';
import { peopleIn, readPeople } from './people-in';
import type { StateCache } from './state-cache';
import type { Taking } from './round';

const field = (input: unknown, name: string): unknown =>
  typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : undefined;

/** Refuses what the core would refuse anyway, before any byte is stored: nobody fills the disk of a room that is not theirs. */
export async function mustBeWelcome(
  deps: IncidentDeps,
  cache: StateCache,
  incidentId: string,
  taking: Taking,
  facts: BodyFacts,
): Promise<void> {
  const { rows } = await deps.pool.query('SELECT seq, head_hash FROM incident WHERE id = $1', [incidentId]);
  const [head] = rows;
  if (!head) throw new ServiceError('not_found', 'There is no such incident.');
  const state = await cache.at(deps.pool, { incidentId, seq: head.seq, headHash: head.head_hash });
  const people = await readPeople(deps.pool, peopleIn([taking]));
  const now = deps.clock().toISOString();
  const decision = decide(state, taking.name, taking.input, {
    ...{ commandId: taking.id as never, actor: taking.caller.actor, now, at: taking.at?.at ?? now, body: facts },
    person: (userId: string) => people.get(userId) ?? null,
    component: () => null,
  });
  if (!decision.ok) throw refused(decision);
}

/** Whether a command with this id was taken before: it is judged as a repeat, not by rules that its first time has changed. [W1] */
export async function wasTaken(deps: IncidentDeps, id: string): Promise<boolean> {
  return (await deps.pool.query('SELECT 1 FROM command WHERE id = $1', [id])).rows.length > 0;
}

async function stagedFacts(deps: IncidentDeps, incidentId: string, taking: Taking, uploadId: string): Promise<BodyFacts> {
  if (uploadId !== taking.id) throw new ServiceError('invalid', 'Send the file and the command under the same id.');
  const body = await deps.prisma.evidenceBody.findFirst({
    where: { id: uploadId, incidentId, uploadedBy: taking.caller.actor.userId },
  });
  if (!body) throw new ServiceError('not_found', 'There is no such upload. Send the file first, then add it as evidence.');
  return factsOf(body);
}

/**
 * Gives an `evidence.add` the facts about its body. Text that came inside the command is masked and stored under the
 * command's id; an upload was stored before. A body without an evidence is swept away after a day.
 */
export async function prepareBody(deps: IncidentDeps, cache: StateCache, incidentId: string, taking: Taking): Promise<Taking> {
  if (await wasTaken(deps, taking.id)) return taking;
  const upload = field(taking.input, 'upload');
  if (typeof upload === 'string') return { ...taking, body: await stagedFacts(deps, incidentId, taking, upload) };
  const text = field(taking.input, 'text');
  if (typeof text !== 'string') return taking;
  const body = bodyFromBytes(Buffer.from(text, 'utf8'), 'text/plain');
  await mustBeWelcome(deps, cache, incidentId, taking, factsOf(body));
  await inTransaction(deps.pool, (client) =>
    storeBody(client, { id: taking.id, incidentId, uploadedBy: taking.caller.actor.userId, body }),
  );
  return { ...taking, body: factsOf(body) };
}

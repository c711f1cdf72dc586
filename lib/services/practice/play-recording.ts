import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { appendEvents, type CommandRow } from '@/lib/db/append-events';
import { inTransaction } from '@/lib/db/transaction';
import { fold } from '@/lib/core/incident/apply';
import type { Meta, Person } from '@/lib/core/incident/command';
import { declareIncident } from '@/lib/core/incident/commands/declare-incident';
import { place } from '@/lib/core/incident/decide';
import { mustSignedInWork } from './may-practise';
import type { Actor } from '@/lib/core/incident/events';
import type { Caller } from '@/lib/auth/caller';
import { refused, ServiceError } from '../errors';
import { chain, GENESIS, hashOf } from '../incident/chain';
import { bodyFromBytes, factsOf, type WholeBody } from '../incident/evidence-body';
import { whileTransient } from '../incident/execute';
import type { IncidentDeps } from '../incident/incident-deps';
import { decideNext, type Round } from '../incident/round';
import { storeBody } from '../incident/store-body';
import { recordedOutput } from './recorded-output';
import type { RecordedPerson, Recording } from './recording';

const NEXT_NUMBER = `INSERT INTO setting (name, value) VALUES ('practice_number', '1')
  ON CONFLICT (name) DO UPDATE SET value = (setting.value::int + 1)::text RETURNING value`;

type Bodies = { id: string; uploadedBy: string; body: WholeBody }[];

const actorOf = ({ id, name, role }: RecordedPerson): Actor => ({
  userId: id as never,
  name,
  role,
  via: 'system',
  scope: 'write',
});

function declaredRound(recording: Recording, key: string, people: Map<string, Person>): Round {
  const { at, by, input } = recording.declared;
  const now = `${recording.day}T${at}.000Z`;
  const id = uuidv7();
  const actor = actorOf(recording.people[by] as RecordedPerson);
  const known = { person: (userId: string) => people.get(userId) ?? null, component: () => null };
  const meta: Meta = { commandId: id as never, actor, now, at: now, ...known, body: null };
  const decision = declareIncident.decide(z.parse(declareIncident.input, input), meta, { incidentId: id as never, key });
  if (!decision.ok) throw refused(decision);
  const chained = chain(
    GENESIS,
    place(decision.facts, { incidentId: id as never, after: 0, meta, offsetMin: 0, eventId: () => uuidv7() }),
  );
  const state = fold(chained.map(({ event }) => event));
  if (!state) throw new RangeError('A recording without a declaration.');
  const claim = {
    id,
    incident_id: id,
    actor_id: actor.userId,
    name: declareIncident.name,
    body_hash: hashOf(input),
    taken_at: now,
  };
  const commands: CommandRow[] = [{ ...claim, first_seq: 1, last_seq: state.seq }];
  return { state, headHash: chained.at(-1)?.event.hash ?? GENESIS, chained, commands };
}

/** Plays every step through the same rules as live commands, with the recorded people and times. */
function played(recording: Recording, key: string): { round: Round; bodies: Bodies } {
  const people = new Map(Object.values(recording.people).map((one): [string, Person] => [one.id, { ...actorOf(one) }]));
  const round = declaredRound(recording, key, people);
  const bodies: Bodies = [];
  for (const step of recording.steps) {
    const actor = actorOf(recording.people[step.by] as RecordedPerson);
    const now = `${recording.day}T${step.at}.000Z`;
    const id = uuidv7();
    const body = step.file === undefined ? null : bodyFromBytes(recordedOutput(recording.name, step.file), 'text/plain');
    if (body) bodies.push({ id, uploadedBy: actor.userId, body });
    const taking = {
      ...{ caller: { actor, sessionId: null, tokenId: null }, id, name: step.name },
      input: body ? { ...step.input, upload: id } : step.input,
      at: step.happenedAt ? { at: `${recording.day}T${step.happenedAt}.000Z`, offsetMin: 0 } : null,
      bodyHash: hashOf([step.name, step.input]),
      body: body && factsOf(body),
    };
    const outcome = decideNext(round, taking, { people, components: new Map() }, now);
    if (outcome instanceof ServiceError) throw new RangeError(`${recording.name}, ${step.at} ${step.name}: ${outcome.message}`);
  }
  return { round, bodies };
}

async function write(client: PoolClient, recording: Recording): Promise<string> {
  const { rows } = await client.query(NEXT_NUMBER);
  const key = `TRY-${rows[0].value}`;
  const { round, bodies } = played(recording, key);
  for (const { id, uploadedBy, body } of bodies) await storeBody(client, { id, incidentId: round.state.id, uploadedBy, body });
  const { state, headHash, chained: events, commands } = round;
  await appendEvents(client, { state, headHash, events, commands, effects: [] });
  return key;
}

/** Plays a recorded incident into a practice room of its own, in one transaction; answers its key, `TRY-1`. */
export function createPlayRecording({ pool }: IncidentDeps) {
  return async (caller: Caller, recording: Recording): Promise<{ key: string }> => {
    mustSignedInWork(caller);
    const key = await whileTransient(() => inTransaction(pool, (client) => write(client, recording)));
    return { key };
  };
}

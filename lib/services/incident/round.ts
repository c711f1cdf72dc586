import { uuidv7 } from 'uuidv7';
import type { CommandRow } from '@/lib/db/append-events';
import { apply } from '@/lib/core/incident/apply';
import type { BodyFacts, Refusal } from '@/lib/core/incident/command';
import { decide, place } from '@/lib/core/incident/decide';
import type { IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError, refused } from '../errors';
import { chain } from './chain';
import type { Named } from './named-in';

/** A command that was read and found well-formed, on its way into a transaction. */
export type Taking = {
  caller: Caller;
  id: string;
  name: string;
  input: unknown;
  /** When the person says it happened; null for now. */
  at: { at: string; offsetMin: number } | null;
  /** SHA-256 of name, input and time. */
  bodyHash: string;
  body: BodyFacts | null;
};

export type Outcome = { events: IncidentEvent[]; seq: number; isNew: boolean } | ServiceError;

/** What one transaction has come to so far. */
export type Round = {
  state: IncidentState;
  headHash: string;
  chained: { event: IncidentEvent; wordsHash: string }[];
  commands: CommandRow[];
};

export const SWITCHED_OFF = 'Your account was switched off. Ask an administrator.';

/** Decides one command on the state as the round has left it so far; extends the round where it is accepted. */
export function decideNext(round: Round, taking: Taking, { people, components }: Named, now: string): Outcome {
  const { caller, id, name, input, at, bodyHash, body } = taking;
  const present = people.get(caller.actor.userId);
  if (!present) return new ServiceError('unauthenticated', SWITCHED_OFF);
  const actor = { ...caller.actor, name: present.name, role: present.role };
  const meta = {
    commandId: id as never,
    actor,
    now,
    at: at?.at ?? now,
    person: (userId: string) => people.get(userId) ?? null,
    component: (id: string) => components.get(id.toLowerCase()) ?? null,
    body,
  };
  const decision = decide(round.state, name, input, meta);
  if (!decision.ok) return refused(decision as Refusal);
  const first = round.state.seq + 1;
  const placed = place(decision.facts, {
    incidentId: round.state.id,
    after: round.state.seq,
    meta,
    offsetMin: at?.offsetMin ?? 0,
    eventId: () => uuidv7(),
  });
  const links = chain(round.headHash, placed);
  const events = links.map(({ event }) => event);
  for (const event of events) round.state = apply(round.state, event);
  round.headHash = events.at(-1)?.hash ?? round.headHash;
  round.chained.push(...links);
  round.commands.push({
    id,
    incident_id: round.state.id,
    actor_id: actor.userId,
    name,
    body_hash: bodyHash,
    first_seq: first,
    last_seq: round.state.seq,
    taken_at: now,
  });
  return { events, seq: round.state.seq, isNew: true };
}

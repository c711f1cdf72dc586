import { apply } from '@/lib/core/incident/apply';
import type { BodyFacts, KnownComponent, Person, Refusal } from '@/lib/core/incident/command';
import { decide, place } from '@/lib/core/incident/decide';
import type { Actor, IncidentEvent } from '@/lib/core/incident/events';
import type { IncidentState } from '@/lib/core/incident/state';
import type { CommandId, Instant } from '@/lib/core/ids';
import { parseInstant } from '@/lib/core/instant';

/** A command that the server has not confirmed yet. */
export type PendingCommand = {
  id: string;
  name: string;
  input: unknown;
  /** The time that the person gave, RFC 3339; null: it happened when it was written. */
  at: string | null;
  /** When it was written, in the server's time. */
  writtenAt: Instant;
  body: BodyFacts | null;
};

/** Who looks, and whom and what they can name. */
export type Drawer = {
  actor: Actor;
  person: (userId: string) => Person | null;
  component: (componentId: string) => KnownComponent | null;
};

export type Drawn = {
  state: IncidentState;
  events: IncidentEvent[];
  /** By command id: why it does not go together with what is confirmed by now. */
  refusals: ReadonlyMap<string, Refusal>;
};

const metaOf = ({ id, at, writtenAt, body }: PendingCommand, { actor, person, component }: Drawer) => ({
  commandId: id as CommandId,
  actor,
  now: writtenAt,
  at: (at && parseInstant(at)?.at) || writtenAt,
  person,
  component,
  body,
});

/** What the core says to this command on this state, as the events that it would lead to. */
export function drawOne(state: IncidentState, command: PendingCommand, drawer: Drawer): IncidentEvent[] | Refusal {
  const meta = metaOf(command, drawer);
  const decision = decide(state, command.name, command.input, meta);
  if (!decision.ok) return decision;
  return place(decision.facts, {
    incidentId: state.id,
    after: state.seq,
    meta,
    offsetMin: (command.at && parseInstant(command.at)?.offsetMin) || 0,
    eventId: (index) => `${command.id}:${index}`,
  });
}

/** Draws what is pending on top of what is confirmed, each decided anew by the same rules that the server applies. [O3] */
export function redraw(confirmed: IncidentState, pending: readonly PendingCommand[], drawer: Drawer): Drawn {
  let state = confirmed;
  const drawn: IncidentEvent[] = [];
  const refusals = new Map<string, Refusal>();
  for (const command of pending) {
    const events = drawOne(state, command, drawer);
    if (!Array.isArray(events)) {
      refusals.set(command.id, events);
      continue;
    }
    for (const event of events) state = apply(state, event);
    drawn.push(...events);
  }
  return { state, events: drawn, refusals };
}

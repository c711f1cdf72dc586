import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import { issuesOf, refuse, type Decision, type Meta } from './command';
import { clock } from './conflict';
import type { Fact, IncidentEvent } from './events';
import { canSee } from './permissions';
import { commands, type CommandName } from './registry';
import { refusedTime } from './refused-time';
import type { IncidentState } from './state';

const byName = new Map(commands.map((one) => [one.name as string, one]));

export const isCommandName = (name: string): name is CommandName => byName.has(name);

/** What a read-only token gets for any write. */
export const READ_ONLY = 'This token may only read. Make one with the write scope under Settings, API tokens.';

const closed = ({ key, closedAt }: IncidentState) =>
  `${key} was closed${closedAt ? ` at ${clock(closedAt)}` : ''}. Set its status back with a reason first; log lines and follow-up tasks still go in.`;

/**
 * Answers a command with facts or with a refusal: may this person, does the input make sense, do the rules agree.
 * Pure; the same on the server, on the locked incident, and in the browser, to draw ahead.
 */
export function decide(incident: IncidentState, name: string, input: unknown, meta: Meta): Decision {
  const command = byName.get(name);
  if (!command) return refuse('invalid', `There is no command ${name.slice(0, 60)}. See /api/openapi.json for the list.`);
  if (!canSee(incident, meta.actor)) return refuse('not_found', 'There is no such incident.');
  if (meta.actor.scope === 'read') return refuse('forbidden', READ_ONLY);
  const parsed = z.safeParse(command.input, input, { reportInput: true });
  if (!parsed.success) {
    const issues = issuesOf(parsed.error);
    const [first] = issues;
    return { ok: false, code: 'invalid', message: first?.message ?? 'This input makes no sense.', issues };
  }
  const badTime = refusedTime(meta.at, meta.now);
  if (badTime) return badTime;
  const forbidden = command.may(incident, meta.actor);
  if (forbidden) return refuse('forbidden', forbidden);
  if (incident.status === 'closed' && !command.whenClosed) return refuse('rule', closed(incident));
  // The registry keeps name, schema and rule together; a union of functions cannot say so to the type checker.
  return (command.decide as (incident: IncidentState, input: unknown, meta: Meta) => Decision)(incident, parsed.data, meta);
}

type Placing = {
  incidentId: IncidentState['id'];
  after: number;
  meta: Meta;
  offsetMin: number;
  eventId: (index: number) => string;
};

/** Gives facts their place in the incident: seq, time, actor. The hash is added where it is known. */
export function place(facts: readonly Fact[], { incidentId, after, meta, offsetMin, eventId }: Placing): IncidentEvent[] {
  const { userId, name, via } = meta.actor;
  return facts.map(({ at, ...fact }, index) => ({
    incidentId,
    seq: after + index + 1,
    id: eventId(index),
    at: at ?? (meta.at as Instant),
    offsetMin,
    recordedAt: meta.now,
    actor: { userId, name, via },
    commandId: meta.commandId,
    hash: null,
    ...fact,
  })) as IncidentEvent[];
}

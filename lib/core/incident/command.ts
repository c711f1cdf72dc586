import type * as z from 'zod/mini';
import type { CommandId, ComponentId, IncidentId, Instant, UserId } from '@/lib/core/ids';
import type { BodyFacts } from '@/lib/core/evidence/body';
import type { Actor, Fact } from './events';
import { issueWords } from './issue-words';
import type { GlobalRole, IncidentState } from './state';

export type { BodyFacts };

/**
 * Why a command is refused. `invalid`: the input makes no sense here. `forbidden`: this person may not.
 * `not_found`: what it names does not exist. `conflict`: somebody was faster; `present` says how it stands now.
 * `rule`: the method asks for something first; the message names the way round.
 */
export type RefusalCode = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'rule';

export type InputIssue = { path: string; message: string };

export type Refusal = { ok: false; code: RefusalCode; message: string; present?: unknown; issues?: InputIssue[] };
export type Decision = { ok: true; facts: Fact[] } | Refusal;

export type Person = { userId: UserId; name: string; role: GlobalRole };

/** A component that the status page has; `isPublic` where everybody sees it. */
export type KnownComponent = { componentId: ComponentId; name: string; isPublic: boolean };

/** What a rule needs to know and may not fetch. */
export type Meta = {
  commandId: CommandId;
  actor: Actor;
  /** When the server takes it. */
  now: Instant;
  /** When it happened: `now`, unless the person said otherwise. */
  at: Instant;
  /** A known, active person, or null. */
  person: (userId: string) => Person | null;
  /** A component that was not removed, or null. */
  component: (componentId: string) => KnownComponent | null;
  /** With `evidence.add`: what is known of the body that was sent or uploaded; null with everything else. */
  body: BodyFacts | null;
};

/** One thing that can be asked of an incident. One file each; every surface is made from the registry of these. */
export type Command<Name extends string, Input extends z.core.$ZodType> = {
  name: Name;
  /** What the button, the palette and the API page say. Imperative, sentence case. */
  title: string;
  /** Its resource route below `/api/v1/incidents/{incident}`; `{field}` parts are fields of the input. */
  path: `/${string}`;
  input: Input;
  /** A sentence that says why this person may not, or null. Checked on the locked incident. */
  may: (incident: IncidentState, actor: Actor) => string | null;
  /** Whether it may be done in a closed incident. */
  whenClosed?: true;
  decide: (incident: IncidentState, input: z.output<Input>, meta: Meta) => Decision;
};

export function command<const Name extends string, Input extends z.core.$ZodType>(
  definition: Command<Name, Input>,
): Command<Name, Input> {
  return definition;
}

/** A place to make `incident.declare`, the one command that has no incident yet. */
export type Declaration = { incidentId: IncidentId; key: string };

export const ok = (...facts: Fact[]): Decision => ({ ok: true, facts });

export const refuse = (code: RefusalCode, message: string, present?: unknown): Refusal =>
  present === undefined ? { ok: false, code, message } : { ok: false, code, message, present };

/** The issues of a failed parse, as paths and sentences. */
export function issuesOf(error: z.core.$ZodError): InputIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issueWords(issue) }));
}

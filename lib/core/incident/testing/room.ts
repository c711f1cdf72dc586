import { bodyFactsOf } from '@/lib/core/evidence/body';
import type { CommandId, ComponentId, IncidentId, Instant, UserId } from '@/lib/core/ids';
import * as z from 'zod/mini';
import { apply } from '../apply';
import type { Decision, KnownComponent, Meta, Person } from '../command';
import { declareIncident, DeclareInput } from '../commands/declare-incident';
import { decide, place } from '../decide';
import type { Actor, IncidentEvent } from '../events';
import type { CommandInput, CommandName } from '../registry';
import type { GlobalRole, IncidentState } from '../state';
import { frozen } from './frozen';

/** The `n`th UUID of a kind. */
export const uuid = (kind: number, n: number): string => `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const person = (n: number, name: string, role: GlobalRole): Person => ({ userId: uuid(1, n) as UserId, name, role });

export const PEOPLE = {
  ana: person(1, 'Ana', 'responder'),
  bo: person(2, 'Bo', 'responder'),
  cy: person(3, 'Cy', 'responder'),
  dee: person(4, 'Dee', 'responder'),
  admin: person(5, 'Ada', 'admin'),
  viewer: person(6, 'Vi', 'viewer'),
} as const;
export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];
export const STRANGER = uuid(1, 99) as UserId;

const component = (n: number, name: string, isPublic: boolean): KnownComponent => ({
  ...{ componentId: uuid(5, n) as ComponentId, name, isPublic },
});

export const COMPONENTS = {
  orders: component(1, 'Orders', true),
  website: component(2, 'Website', true),
  ledger: component(3, 'Ledger', false),
} as const;
const components = new Map<string, KnownComponent>(Object.values(COMPONENTS).map((one) => [one.componentId, one]));

const known = new Map<string, Person>(Object.values(PEOPLE).map((one) => [one.userId, one]));

export const actorOf = (who: Who): Actor => ({ ...PEOPLE[who], via: 'web', scope: 'write' });

const START = Date.parse('2026-11-23T16:00:00.000Z');
const STEP_MS = 1000;

export type Sent = { at?: Instant; actor?: Partial<Actor>; body?: Meta['body'] };

/** An incident in memory: every command goes through the real decide, place and apply, on frozen states. */
export class Room {
  state: IncidentState;
  readonly events: IncidentEvent[] = [];
  private commands = 0;

  constructor(input: Partial<z.input<typeof DeclareInput>> = {}, by: Who = 'ana') {
    const meta = this.metaOf(by, {});
    const parsed = z.parse(DeclareInput, { title: '500 errors on /api/orders', ...input });
    const decision = declareIncident.decide(parsed, meta, { incidentId: uuid(2, 1) as IncidentId, key: 'INC-7' });
    this.state = this.append(null, decision, meta);
  }

  /** The server's clock, a second later with every command. */
  get now(): Instant {
    return new Date(START + this.commands * STEP_MS).toISOString();
  }

  metaOf(who: Who, { at, actor, body = null }: Sent): Meta {
    this.commands += 1;
    const commandId = uuid(3, this.commands) as CommandId;
    const find = (userId: string) => known.get(userId) ?? null;
    return {
      ...{ commandId, actor: { ...actorOf(who), ...actor }, now: this.now, at: at ?? this.now, body, person: find },
      component: (id) => components.get(id) ?? null,
    };
  }

  private append(before: IncidentState | null, decision: Decision, meta: Meta): IncidentState {
    if (!decision.ok) throw new Error(decision.message);
    const events = place(decision.facts, {
      incidentId: uuid(2, 1) as IncidentId,
      after: before?.seq ?? 0,
      meta,
      offsetMin: 0,
      eventId: (index) => uuid(4, (before?.seq ?? 0) + index + 1),
    });
    let state = before;
    for (const event of frozen(events)) state = frozen(apply(state, event));
    this.events.push(...events);
    return state as IncidentState;
  }

  /** Asks, and changes nothing where the answer is no. */
  ask<N extends CommandName>(who: Who, name: N, input: CommandInput<N>, sent: Sent = {}): Decision {
    const text = (input as { text?: unknown }).text;
    const isPaste = name === 'evidence.add' && typeof text === 'string' && sent.body === undefined;
    const body = isPaste
      ? { ...bodyFactsOf(text), contentType: 'text/plain', sha256: 'a'.repeat(64), maskedCount: 0 }
      : (sent.body ?? null);
    const meta = this.metaOf(who, { ...sent, body });
    const decision = decide(this.state, name, input, meta);
    if (decision.ok) this.state = this.append(this.state, decision, meta);
    return decision;
  }

  /** Does it; throws the refusal where the answer is no. */
  do<N extends CommandName>(who: Who, name: N, input: CommandInput<N>, sent: Sent = {}): this {
    const decision = this.ask(who, name, input, sent);
    if (!decision.ok) throw new Error(`${name}: ${decision.code}: ${decision.message}`);
    return this;
  }

  get last(): IncidentEvent {
    return this.events.at(-1) as IncidentEvent;
  }

  hypothesis(ref: string) {
    return Object.values(this.state.hypotheses).find((one) => one.ref === ref)!;
  }

  evidence(ref: string) {
    return Object.values(this.state.evidence).find((one) => one.ref === ref)!;
  }

  task(ref: string) {
    return Object.values(this.state.tasks).find((one) => one.ref === ref)!;
  }
}

/** A room with a commander (Ana), two hypotheses, two evidences and a task. */
export function busyRoom(): Room {
  return new Room()
    .do('ana', 'command.take', {})
    .do('bo', 'hypothesis.propose', { statement: 'Postgres is overloaded' })
    .do('bo', 'hypothesis.propose', { statement: 'Redis is out of memory' })
    .do('bo', 'evidence.add', { text: '$ pg_isready\naccepting connections' })
    .do('bo', 'evidence.add', { text: '$ dmesg -T\nKilled process 31104 (redis-server)' })
    .do('ana', 'task.add', { text: 'Raise maxmemory', kind: 'mitigation' });
}

/** The code of a refusal, or `ok`. */
export const answerOf = (decision: Decision): string => (decision.ok ? 'ok' : decision.code);

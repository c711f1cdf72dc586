import type { CommandName } from '../registry';
import { AUDIENCES, INCIDENT_ROLES, PHASES, SEVERITIES, STATUSES, TASK_KINDS } from '../state';
import type { Random } from './random';
import { EVERYBODY, PEOPLE, type Who } from './room';
import type { World } from './model-world';

/** A command as the model sees it: people by name, `userId` and `ownerId` included. */
export type Draw = { who: Who; name: CommandName; said: Record<string, unknown> };

type Drawer = (random: Random, world: World) => Record<string, unknown>;

// Mostly what exists, now and then one that does not.
const ref = (letter: string, count: number, random: Random) =>
  `${letter}${random.int(count + (random.chance(0.05) ? 2 : 0) || 1) + 1}`;
const h = (random: Random, world: World) => ref('H', world.hypotheses.length, random);
const e = (random: Random, world: World) => ref('E', world.evidence.length, random);
const t = (random: Random, world: World) => ref('T', world.tasks.length, random);
const because = (random: Random) => (random.chance(0.5) ? 'a reason' : null);
const person = (random: Random) => random.pick(EVERYBODY);
const personOrNone = (random: Random) => (random.chance(0.25) ? null : person(random));
const value = (random: Random) => random.int(5) - 2;
const words = (random: Random) => `words ${random.int(4)}`;
const entry = (random: Random, world: World) => random.int(world.lines.length + 1) + 1;

const u = (random: Random, world: World) => ref('U', world.updates.length, random);
const q = (random: Random, world: World) => ref('Q', world.questions.length, random);
const SOON = '2026-11-23T18:00:00.000Z';
const LATER = '2026-11-23T19:00:00.000Z';
const POSTMORTEM = 'https://acme.example/postmortem';

const DRAWERS: Partial<Record<CommandName, [weight: number, Drawer]>> = {
  'incident.describe': [1, (random) => ({ title: words(random) })],
  'incident.set-severity': [
    2,
    (random) => ({ severity: random.pick(SEVERITIES), ...(random.chance(0.3) ? { was: random.pick(SEVERITIES) } : {}) }),
  ],
  'incident.set-status': [
    3,
    (random, world) => ({
      status: random.pick(STATUSES),
      because: because(random),
      evidence: random.chance(0.3) ? e(random, world) : null,
      ...(random.chance(0.3) ? { was: random.pick(STATUSES) } : {}),
    }),
  ],
  'incident.restrict': [1, (random) => ({ isPrivate: random.chance(0.4) })],
  'incident.grant': [1, (random) => ({ userId: person(random), allowed: random.chance(0.7) })],
  'role.assign': [2, (random) => ({ userId: person(random), role: random.pick(INCIDENT_ROLES) })],
  'role.release': [3, (random) => ({ userId: person(random), role: random.pick(INCIDENT_ROLES) })],
  'command.take': [2, (random) => ({ because: because(random) })],
  'command.hand-over': [1, (random) => ({ userId: person(random), note: `note ${random.int(1e9)}` })],
  'command.accept': [2, () => ({})],
  'log.write': [5, (random) => ({ text: words(random) })],
  'log.revise': [3, (random, world) => ({ entry: entry(random, world), text: words(random) })],
  'log.redact': [1, (random, world) => ({ entry: entry(random, world), because: 'a secret' })],
  'log.pin': [2, (random, world) => ({ entry: entry(random, world), pinned: random.chance(0.7) })],
  'hypothesis.propose': [
    4,
    (random, world) => ({
      statement: words(random),
      parent: random.chance(0.4) && world.hypotheses.length > 0 ? h(random, world) : null,
    }),
  ],
  'hypothesis.assign': [4, (random, world) => ({ hypothesis: h(random, world), userId: personOrNone(random) })],
  'hypothesis.start-test': [3, (random, world) => ({ hypothesis: h(random, world) })],
  'hypothesis.confirm': [
    4,
    (random, world) => ({
      hypothesis: h(random, world),
      because: because(random),
      evidence: random.chance(0.3) ? [e(random, world)] : [],
    }),
  ],
  'hypothesis.reject': [
    3,
    (random, world) => ({
      hypothesis: h(random, world),
      because: because(random),
      evidence: random.chance(0.3) ? [e(random, world)] : [],
    }),
  ],
  'hypothesis.shelve': [1, (random, world) => ({ hypothesis: h(random, world), because: 'later' })],
  'hypothesis.reopen': [3, (random, world) => ({ hypothesis: h(random, world), because: 'again' })],
  'cause.declare': [3, (random, world) => ({ hypothesis: h(random, world), why: 'the place we can change' })],
  'cause.withdraw': [1, () => ({ because: 'wrong' })],
  'evidence.add': [
    4,
    (random, world) => ({
      text: `output ${random.int(1e6)}`,
      hypothesis: random.chance(0.5) ? h(random, world) : null,
      value: random.chance(0.5) ? value(random) : null,
    }),
  ],
  'evidence.retitle': [1, (random, world) => ({ evidence: e(random, world), title: words(random) })],
  'evidence.weigh': [5, (random, world) => ({ evidence: e(random, world), hypothesis: h(random, world), value: value(random) })],
  'evidence.redact': [1, (random, world) => ({ evidence: e(random, world), because: 'a secret' })],
  'task.add': [2, (random) => ({ text: words(random), kind: random.pick(TASK_KINDS), ownerId: personOrNone(random) })],
  'task.assign': [2, (random, world) => ({ task: t(random, world), userId: personOrNone(random) })],
  'task.finish': [1, (random, world) => ({ task: t(random, world), outcome: because(random) })],
  'task.drop': [1, (random, world) => ({ task: t(random, world), because: 'no use' })],
  // Often resolved, for the public: a postmortem comes only then.
  'update.post': [
    6,
    (random, world) => ({
      ...{
        audience: random.pick([...AUDIENCES, 'public']),
        phase: random.chance(0.3) ? null : random.pick([...PHASES, 'resolved']),
        text: words(random),
      },
      ...{ title: random.chance(0.8) ? 'Orders unavailable' : null, nextUpdateAt: random.pick([null, SOON, LATER]) },
      ...(random.chance(0.2) ? { after: u(random, world) } : {}),
    }),
  ],
  'update.redact': [1, (random, world) => ({ update: u(random, world), because: 'a name' })],
  'update.promise': [2, (random) => ({ nextUpdateAt: random.pick([null, SOON, LATER]), audience: random.pick(AUDIENCES) })],
  'update.snooze': [1, (random) => ({ to: random.pick([SOON, LATER]), because: 'the test runs' })],
  'postmortem.publish': [
    3,
    (random) => ({
      url: random.pick([null, POSTMORTEM, `${POSTMORTEM}/again`]),
      ...(random.chance(0.2) ? { was: random.pick([null, POSTMORTEM]) } : {}),
    }),
  ],
  'question.ask': [2, (random) => ({ text: words(random) })],
  'question.answer': [2, (random, world) => ({ question: q(random, world), text: 'soon' })],
  'shift.start': [1, () => ({})],
  'shift.end': [1, () => ({})],
};

const POOL = Object.entries(DRAWERS).flatMap(([name, [weight]]) => Array<CommandName>(weight).fill(name as CommandName));
const WORKERS: readonly Who[] = ['ana', 'bo', 'cy', 'dee'];

/** A command that somebody might send, sense or nonsense. */
export function drawCommand(random: Random, world: World): Draw {
  const name = random.pick(POOL);
  const who = random.chance(0.9) ? random.pick(WORKERS) : random.pick(EVERYBODY);
  return { who, name, said: DRAWERS[name]?.[1](random, world) ?? {} };
}

/** The input as it travels, with ids for names. */
export function inputOf(said: Record<string, unknown>): Record<string, unknown> {
  const id = (who: unknown) => (typeof who === 'string' ? PEOPLE[who as Who].userId : who);
  const { userId, ownerId, ...rest } = said;
  return { ...rest, ...('userId' in said ? { userId: id(userId) } : {}), ...('ownerId' in said ? { ownerId: id(ownerId) } : {}) };
}

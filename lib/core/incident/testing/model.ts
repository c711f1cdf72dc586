import type { HypothesisId } from '@/lib/core/ids';
import { fold } from '../apply';
import type { CommandInput, CommandName } from '../registry';
import { packRoom, unpackRoom } from '../snapshot';
import { entriesOf } from '../ledger';
import { drawCommand, inputOf, type Draw } from './model-commands';
import { answerOfWorld } from './model-rules';
import { newWorld, type World } from './model-world';
import { isSame } from './is-same';
import { randomOf } from './random';
import { answerOf, PEOPLE, Room } from './room';

/** Long enough to reach every state, short enough that an incident stays an incident. */
const COMMANDS_PER_INCIDENT = 250;

type Difference = { incident: number; command: Draw; what: string };
export type ModelRun = { commands: number; accepted: number; refused: number; differences: Difference[] };

const nameOf = new Map<string, string>(Object.entries(PEOPLE).map(([who, one]) => [one.userId, who]));
const whoIs = (userId: string | null): string | null => (userId ? (nameOf.get(userId) ?? userId) : null);

const sorted = (names: Iterable<string | null>) => [...names].sort();

function pictureOfRoom({ state, events }: Room): unknown {
  const refOf = (id: HypothesisId | null) => (id ? Number(state.hypotheses[id]?.ref.slice(1)) : null);
  const notes = new Map(entriesOf(state.entries).map((entry) => [entry.seq, entry]));
  return {
    title: state.title,
    severity: state.severity,
    status: state.status,
    isPrivate: state.isPrivate,
    commander: whoIs(state.commanderId),
    offer: whoIs(state.handOver?.toId ?? null),
    roles: sorted(Object.entries(state.roles).map(([userId, roles]) => `${whoIs(userId)}: ${sorted(roles).join()}`)),
    inside: sorted(Object.keys(state.access).map(whoIs)),
    withdrawn: sorted(Object.keys(state.withdrawn).map(whoIs)),
    hypotheses: Object.values(state.hypotheses).map((one) => ({
      state: one.state,
      owner: whoIs(one.ownerId),
      parent: refOf(one.parentId),
    })),
    cause: refOf(state.rootCause?.hypothesisId ?? null),
    evidence: Object.values(state.evidence).map((one) => ({
      by: whoIs(one.attachedBy.userId),
      redacted: one.redacted !== null,
      title: one.title,
    })),
    bearings: sorted(
      Object.values(state.bearings).map(({ evidenceId, hypothesisId, value }) => {
        const evidence = state.evidence[evidenceId]?.ref.slice(1);
        return `${evidence}:${refOf(hypothesisId)} ${value}`;
      }),
    ),
    tasks: Object.values(state.tasks).map(({ kind, state: how, ownerId }) => ({ kind, state: how, owner: whoIs(ownerId) })),
    updates: Object.values(state.updates).map(({ audience, phase, text, postedBy, redacted }) => ({
      ...{ audience, phase, text, by: whoIs(postedBy.userId), redacted: redacted !== null },
    })),
    hasPublicTitle: state.publicTitle !== null,
    postmortem: state.postmortemUrl,
    promise: state.nextUpdateAt && { at: state.nextUpdateAt, audience: state.promise?.audience },
    questions: Object.values(state.questions).map(({ text, answer }) => ({ text, isAnswered: answer !== null })),
    atIt: sorted(Object.entries(state.shifts).flatMap(([userId, { offAt }]) => (offAt === null ? [whoIs(userId)] : []))),
    lines: events.map(({ seq, type, actor }) => ({
      text: type === 'log.written' ? (notes.get(seq)?.text ?? null) : null,
      by: whoIs(actor.userId),
      isNote: type === 'log.written',
      pinned: notes.get(seq)?.pinned ?? false,
    })),
  };
}

function pictureOfWorld(world: World): unknown {
  const { tookPart: _tookPart, ...rest } = world;
  return {
    ...rest,
    roles: sorted([...world.roles].map(([who, roles]) => `${who}: ${sorted(roles).join()}`)),
    inside: sorted(world.inside),
    withdrawn: sorted(world.withdrawn),
    atIt: sorted(world.atIt),
    bearings: sorted([...world.bearings].map(([key, value]) => `${key} ${value}`)),
  };
}

/** What an incident must satisfy whatever was done to it, or null. */
function brokenLaw(room: Room): string | null {
  const { state, events } = room;
  if (events.some((event, index) => event.seq !== index + 1)) return 'seq has a gap';
  if (!isSame(fold(events), state)) return 'the fold of the events is not the state';
  if (!isSame(unpackRoom(packRoom(state, events, 'epoch')), state)) return 'a packed room unpacks to something else';
  const commanders = Object.entries(state.roles).filter(([, roles]) => roles.includes('commander'));
  if (commanders.length > 1 || (commanders[0]?.[0] ?? null) !== state.commanderId) return 'there is not one commander';
  const cause = state.rootCause ? state.hypotheses[state.rootCause.hypothesisId] : null;
  return cause && cause.state !== 'confirmed' ? 'the root cause is not confirmed' : null;
}

function runIncident(run: ModelRun, incident: number, seed: number, count: number): void {
  const random = randomOf(seed);
  const room = new Room({ title: 'start' });
  const world = newWorld('ana');
  for (let done = 0; done < count; done++) {
    const command = drawCommand(random, world);
    const differ = (what: string) => run.differences.push({ incident, command, what });
    const decision = room.ask(command.who, command.name, inputOf(command.said) as CommandInput<CommandName>);
    const expected = answerOfWorld(world, command.who, command.name, command.said);
    run.commands += 1;
    if (decision.ok) run.accepted += 1;
    else run.refused += 1;
    const answer = answerOf(decision);
    if (answer !== expected) return void differ(`answered ${answer}, the model says ${expected}`);
    if (decision.ok && !isSame(pictureOfRoom(room), pictureOfWorld(world))) {
      return void differ(`${JSON.stringify(pictureOfRoom(room))}\n${JSON.stringify(pictureOfWorld(world))}`);
    }
  }
  const broken = brokenLaw(room);
  if (broken) run.differences.push({ incident, command: { who: 'ana', name: 'log.write', said: {} }, what: broken });
}

/**
 * [R2] Runs `count` random commands, seeded, through the core and through a model written the plainest way; every
 * answer and every state must be the same.
 */
export function runModel(seed: number, count: number): ModelRun {
  const run: ModelRun = { commands: 0, accepted: 0, refused: 0, differences: [] };
  for (let incident = 0; run.commands < count && run.differences.length < 10; incident++) {
    runIncident(run, incident, seed + incident * 7919, Math.min(COMMANDS_PER_INCIDENT, count - run.commands));
  }
  return run;
}

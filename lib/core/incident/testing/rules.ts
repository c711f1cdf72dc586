import type { CommandInput, CommandName } from '../registry';
import { busyRoom, type Room, type Sent, type Who } from './room';

/** `ok`, the code of a refusal, or the code and what its sentence says. */
type Expected = string | [code: string, says: RegExp];

/** One row of a table of rules: in this room, this person asks for this and gets this answer. */
export type Rule = {
  [N in CommandName]: [
    title: string,
    prepare: (room: Room) => unknown,
    who: Who,
    name: N,
    input: CommandInput<N>,
    answer: Expected,
    sent?: Sent,
  ];
}[CommandName];

export const asIs = () => {};

const fail = (message: string): never => {
  throw new Error(message);
};

function check([, prepare, who, name, input, answer, sent]: Rule, room: Room): void {
  prepare(room);
  const seq = room.state.seq;
  const decision = room.ask(who, name, input as never, sent);
  const [code, says] = typeof answer === 'string' ? [answer, /./] : answer;
  if (decision.ok) {
    if (code !== 'ok') fail(`It was accepted; expected ${code}.`);
    if (room.state.seq <= seq) fail('It was accepted and nothing was written.');
    return;
  }
  if (decision.code !== code) fail(`Expected ${code}, got ${decision.code}: ${decision.message}`);
  if (!says.test(decision.message)) fail(`"${decision.message}" does not say ${says}.`);
  if (!/[.!?]$/.test(decision.message)) fail(`"${decision.message}" is no sentence.`);
  if (room.state.seq !== seq) fail('It was refused and something was written.');
}

/** Makes a test of each row: the answer, that a refusal writes nothing, and that it is a sentence. */
export function checkRules(it: (title: string, test: () => void) => void, rules: Rule[], room: () => Room = busyRoom): void {
  for (const rule of rules) it(rule[0], () => check(rule, room()));
}

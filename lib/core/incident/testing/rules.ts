import { expect, it } from 'vitest';
import type { CommandInput, CommandName } from '../registry';
import { answerOf, busyRoom, type Room, type Sent, type Who } from './room';

/** One row of a table of rules: in this room, this person asks for this and gets this answer. */
export type Rule = {
  [N in CommandName]: [
    title: string,
    prepare: (room: Room) => unknown,
    who: Who,
    name: N,
    input: CommandInput<N>,
    answer: string | [code: string, says: RegExp],
    sent?: Sent,
  ];
}[CommandName];

/** A row whose name and input the type checker no longer holds together. */
type Row = [string, (room: Room) => unknown, Who, CommandName, unknown, string | [string, RegExp], Sent?];

export const asIs = () => {};

/** Checks each row, and that a refusal writes nothing and says what to do. */
export function checkRules(rules: Rule[], room: () => Room = busyRoom): void {
  it.each(rules as Row[])('%s', (_title, prepare, who, name, input, answer, sent) => {
    const here = room();
    prepare(here);
    const seq = here.state.seq;
    const decision = here.ask(who, name, input as never, sent);
    const [code, says] = typeof answer === 'string' ? [answer, /./] : answer;
    expect(decision.ok ? 'ok' : `${answerOf(decision)}: ${decision.message}`).toMatch(code);
    if (decision.ok) expect(here.state.seq).toBeGreaterThan(seq);
    else {
      expect(decision.message).toMatch(says);
      expect(decision.message).toMatch(/[.!?]$/);
      expect(here.state.seq).toBe(seq);
    }
  });
}

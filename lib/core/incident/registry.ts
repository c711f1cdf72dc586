import type * as z from 'zod/mini';
import { confirmHypothesis } from './commands/confirm-hypothesis';

/** Every command of an incident, by name. Adding a capability is adding a file and a line here. */
export const commands = [confirmHypothesis] as const;

type Registered = (typeof commands)[number];
export type CommandName = Registered['name'];
export type CommandOf<N extends CommandName> = Extract<Registered, { name: N }>;
export type CommandInput<N extends CommandName> = z.input<CommandOf<N>['input']>;

/** What travels: `{id, name, input, at?}`. */
export type CommandRequest = { [N in CommandName]: { id: string; name: N; input: CommandInput<N>; at?: string } }[CommandName];

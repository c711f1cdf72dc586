import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import type { RoomUi } from '../room-ui';
import type { RoomView } from '../room-view';

/** What the actions of a room work with; read when they are asked for, so they are made once. */
export type Acting = {
  view: () => RoomView;
  ui: () => RoomUi;
  /** Asks a command; a refusal is said in passing. */
  ask: <N extends CommandName>(name: N, input: CommandInput<N>) => void;
  /** Brings an element with this id into view. */
  reveal: (id: string) => void;
  go: (path: string) => void;
  /** Puts text on the clipboard and says so. */
  copy: (text: string, said: string) => void;
  origin: () => string;
  /** Prints the whole log, also what was not loaded yet. */
  print: () => void;
};

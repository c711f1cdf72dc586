import type { Shortcut } from './keys';

export const ACTION_GROUPS = [
  'Log',
  'Hypotheses',
  'Evidence',
  'Tasks',
  'Updates',
  'Incident',
  'People',
  'Go to',
  'View',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

/** One thing a person can do here. Buttons, menus, the shortcut sheet, the palette and the keyboard all draw on these. */
export type Action = {
  name: string;
  /** Imperative, sentence case: what the button says. */
  title: string;
  group: ActionGroup;
  shortcut?: Shortcut;
  /** Other words that people look for. */
  words?: string;
  /** Whether it can be done now; left out: always. What cannot be done is not offered. */
  when?: () => boolean;
  run: () => void;
};

/** The same for one of many: a hypothesis, an entry, a task. The title is that of the thing at hand. */
export type ActionOn<Target> = Omit<Action, 'when' | 'run'> & {
  when: (target: Target) => boolean;
  run: (target: Target) => void;
};

export const isOffered = (action: Action): boolean => action.when?.() ?? true;

/** The same actions, bound to the thing that is selected; `named` says which it is, for the palette. */
export function bind<Target>(actions: readonly ActionOn<Target>[], target: () => Target | null, named: () => string): Action[] {
  return actions.map(({ when, run, ...rest }) => ({
    ...rest,
    get title() {
      return `${rest.title}${named()}`;
    },
    when: () => {
      const found = target();
      return found !== null && when(found);
    },
    run: () => {
      const found = target();
      if (found !== null) run(found);
    },
  }));
}

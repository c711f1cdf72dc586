import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import type { DeclareInput } from '@/lib/core/incident/commands/declare-incident';
import type { GlobalRole } from '@/lib/core/incident/state';
import type * as z from 'zod/mini';

/** Somebody of a recording. Not an account: nobody can sign in as them. */
export type RecordedPerson = { id: string; name: string; role: GlobalRole };

/** A command of the recording: at this time of its day, by this person. */
export type Step = {
  [N in CommandName]: {
    at: string;
    by: string;
    name: N;
    input: CommandInput<N>;
    /** Where it was entered later than it happened. */
    happenedAt?: string;
    /** With `evidence.add`: the file in the recording's folder whose text is attached. */
    file?: string;
  };
}[CommandName];

export type Recording = {
  name: string;
  /** The day it was recorded on, `2026-11-23`; the times of its steps are UTC. */
  day: string;
  people: Record<string, RecordedPerson>;
  declared: { at: string; by: string; input: z.input<typeof DeclareInput> };
  steps: Step[];
};

import type { DeclareInput } from '@/lib/core/incident/commands/declare-incident';
import type * as z from 'zod/mini';
import type { Step } from '../recording';
import type { ComponentIds } from './demo-components';

/** Who takes part, by first name: accounts of the demo, by user id. */
export type Cast = Record<'sofia' | 'idris' | 'hanna' | 'kenji' | 'claire', string>;

/** What a story is told with. `inMinutes`: a time after the moment at which the demo is made. */
export type Scene = { cast: Cast; components: ComponentIds; inMinutes: (minutes: number) => string };

/** An incident of the demo. Its outputs are a recording's; its times follow the moment at which the demo is made. */
export type Story = {
  /** The folder of the recorded outputs. */
  recording: string;
  /** How long ago it was declared. */
  declaredAgoMin: number;
  declared: {
    by: keyof Cast;
    input: z.input<typeof DeclareInput>;
    /** `mm:ss` before the declaration. */
    impactBefore: string;
    detectedBefore: string;
  };
  /** `at` is `mm:ss` after the declaration, `happenedAt` too; `-mm:ss` lies before it. */
  steps: Step[];
};

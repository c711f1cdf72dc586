import * as z from 'zod/mini';
import { Affected } from '@/lib/core/incident/commands/post-update';
import type { KnownComponent } from '@/lib/core/incident/command';
import { AUDIENCES, PHASES } from '@/lib/core/incident/state';
import type { ComponentState } from '@/lib/core/status/component-state';
import { InstantInput, optionalProse, orNull } from '@/lib/core/text';

/** A component as people in a room can name it in an update, with its present state. */
export type StatusComponent = KnownComponent & { group: string | null; state: ComponentState };

/** An update as it is being written. `title`: the one for the public; null keeps the one that it has. */
export const PreviewUpdateInput = z.strictObject({
  audience: z.enum(AUDIENCES),
  phase: orNull(z.enum(PHASES)),
  text: optionalProse(5000),
  title: orNull(optionalProse(200)),
  components: z._default(Affected, []),
  /** When it was said, where that was not just now. */
  at: orNull(InstantInput),
});
export type PreviewUpdateInput = z.infer<typeof PreviewUpdateInput>;

/**
 * What would go out, and to how many. `people`: who may see the incident here; the others: confirmed subscribers of the
 * status page who want to hear of it. `mail` and `webhook` are null where none goes out; a mail ends with a link of its own
 * for each.
 */
export type UpdatePreview = {
  people: number;
  mail: { count: number; subject: string; text: string } | null;
  webhook: { count: number; body: string } | null;
};

import * as z from 'zod/mini';
import type { AffectedComponent } from '@/lib/core/status/component-state';
import { InstantInput, orNull, Reason } from '@/lib/core/text';
import { affectedComponents } from '../affected-components';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { findUpdate, noUpdate } from '../find';
import { UpdateRef } from '../ref-inputs';
import { mustBeInRoom, mustSpeak } from '../permissions';
import { refusedTime } from '../refused-time';
import { Affected, UpdateText } from './post-update';

// What an update named once stays named: its state can be put right, not unsaid.
const merged = (named: readonly AffectedComponent[], given: readonly AffectedComponent[]): AffectedComponent[] => [
  ...named.filter((one) => !given.some(({ componentId }) => componentId === one.componentId)),
  ...given,
];

export const correctUpdate = command({
  name: 'update.correct',
  title: 'Correct an update',
  path: '/updates/{update}/correct',
  input: z.strictObject({
    update: UpdateRef,
    text: z.optional(UpdateText),
    /** When it was given, in place of when it was posted. */
    postedAt: z.optional(InstantInput),
    components: z.optional(Affected),
    because: orNull(Reason),
    /** How many corrections of it the person saw. */
    corrections: z.optional(z.int().check(z.minimum(0))),
  }),
  may: mustBeInRoom,
  whenClosed: true,
  decide(incident, { update: wanted, text, postedAt, components: affected, because, corrections }, meta) {
    const update = findUpdate(incident, wanted);
    if (!update) return noUpdate(wanted);
    const { id: updateId, ref, audience, postedBy, redacted } = update;
    const silent = audience === 'team' && postedBy.userId === meta.actor.userId ? null : mustSpeak(incident, meta.actor);
    if (silent) return refuse('forbidden', silent);
    if (redacted) return conflict(`${ref} was redacted${byWhom(redacted)}. Post a new one.`, true, redacted);
    if (corrections !== undefined && corrections !== update.corrections.length) {
      const last = update.corrections.at(-1) ?? null;
      return conflict(`${ref} was corrected${byWhom(last)} meanwhile. Look again, then decide.`, update.text, last);
    }
    const badTime = postedAt ? refusedTime(postedAt, meta.now) : null;
    if (badTime) return badTime;
    const found = affected ? affectedComponents(affected, audience, meta) : null;
    if (found && !found.ok) return found;
    const change = {
      ...(text === undefined || text === update.text ? {} : { text }),
      ...(postedAt === undefined || postedAt === postedBy.at ? {} : { at: postedAt }),
      ...(found ? { components: merged(update.components, found.components) } : {}),
    };
    if (Object.keys(change).length === 0) return conflict(`${ref} says so already.`, update.text, postedBy);
    return ok({ type: 'update.corrected', data: { updateId, ...change, because } });
  },
});

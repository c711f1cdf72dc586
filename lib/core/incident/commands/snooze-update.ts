import * as z from 'zod/mini';
import { InstantInput, Reason } from '@/lib/core/text';
import { command, ok, refuse } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustSpeak } from '../permissions';
import { refusedDueTime } from '../refused-time';

export const snoozeUpdate = command({
  name: 'update.snooze',
  title: 'Move the next update to later',
  path: '/promise/snooze',
  input: z.strictObject({
    to: InstantInput,
    /** Why it comes later; it stands in the log. */
    because: Reason,
    /** The promise that the person saw. */
    was: z.optional(InstantInput),
  }),
  may: mustSpeak,
  decide(incident, { to, because, was }, meta) {
    const { nextUpdateAt: from, promise } = incident;
    if (from === null) return refuse('rule', 'No next update is promised. Promise one instead.');
    if (was !== undefined && was !== from) {
      return conflict(`The next update was moved${byWhom(promise)} meanwhile. Look again, then decide.`, from, promise);
    }
    if (to <= from) return refuse('invalid', 'Choose a time after the one that was promised, or just post the update.');
    const badTime = refusedDueTime(to, meta.at);
    if (badTime) return badTime;
    return ok({ type: 'update.snoozed', data: { from, to, because } });
  },
});

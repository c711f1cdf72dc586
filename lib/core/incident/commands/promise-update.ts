import * as z from 'zod/mini';
import { InstantInput } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustSpeak } from '../permissions';
import { refusedDueTime } from '../refused-time';
import { AUDIENCES } from '../state';

export const promiseUpdate = command({
  name: 'update.promise',
  title: 'Promise the next update',
  path: '/promise',
  input: z.strictObject({
    /** Null withdraws the promise. */
    nextUpdateAt: z.nullable(InstantInput),
    audience: z._default(z.enum(AUDIENCES), 'stakeholders'),
    /** The promise that the person saw. */
    was: z.optional(z.nullable(InstantInput)),
  }),
  may: mustSpeak,
  decide(incident, { nextUpdateAt, audience, was }, meta) {
    const { nextUpdateAt: present, promise } = incident;
    if (was !== undefined && was !== present) {
      return conflict(`The next update was moved${byWhom(promise)} meanwhile. Look again, then decide.`, present, promise);
    }
    if (present === nextUpdateAt && (promise?.audience ?? audience) === audience) {
      const stands = present ? 'The next update is promised for then already' : 'No next update is promised';
      return conflict(`${stands}${byWhom(promise)}.`, present, promise);
    }
    const badTime = refusedDueTime(nextUpdateAt, meta.at);
    if (badTime) return badTime;
    const told = nextUpdateAt === null ? (promise?.audience ?? audience) : audience;
    return ok({ type: 'update.promised', data: { audience: told, nextUpdateAt } });
  },
});

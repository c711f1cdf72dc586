import * as z from 'zod/mini';
import { orNull, Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { byWhom, conflict } from '../conflict';
import { mustLead } from '../permissions';
import { SEVERITIES } from '../state';

export const setSeverity = command({
  name: 'incident.set-severity',
  title: 'Set the severity',
  path: '/severity',
  input: z.strictObject({
    severity: z.enum(SEVERITIES),
    because: orNull(Reason),
    /** The severity that the person saw. */
    was: z.optional(z.enum(SEVERITIES)),
  }),
  may: mustLead,
  decide({ severity: from, severitySetBy }, { severity: to, because, was }) {
    if (from === to) return conflict(`It is ${to} already, set${byWhom(severitySetBy)}.`, from, severitySetBy);
    if (was !== undefined && was !== from) {
      const message = `The severity was set to ${from}${byWhom(severitySetBy)} meanwhile. Look again, then decide.`;
      return conflict(message, from, severitySetBy);
    }
    return ok({ type: 'incident.severityChanged', data: { from, to, because } });
  },
});

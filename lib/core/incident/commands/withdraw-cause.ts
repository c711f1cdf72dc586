import * as z from 'zod/mini';
import { Reason } from '@/lib/core/text';
import { command, ok } from '../command';
import { conflict } from '../conflict';
import { mustBeInRoom } from '../permissions';

export const withdrawCause = command({
  name: 'cause.withdraw',
  title: 'Withdraw the root cause',
  path: '/cause/withdraw',
  input: z.strictObject({ because: Reason }),
  may: mustBeInRoom,
  decide(incident, { because }) {
    if (!incident.rootCause) return conflict('No root cause is declared: there is nothing to withdraw.', null, null);
    return ok({ type: 'cause.withdrawn', data: { hypothesisId: incident.rootCause.hypothesisId, because } });
  },
});

import { EXPECTED_USER } from '@/lib/contracts/expected-user';
import { ServiceError } from '@/lib/services/errors';
import type { ApiContext } from './api-env';

/** Refuses what is meant for somebody else than who is signed in. [O5] */
export function guardExpectedUser(c: ApiContext): void {
  const expected = c.req.header(EXPECTED_USER);
  const caller = c.get('caller');
  if (expected === undefined || !caller || caller.actor.userId === expected) return;
  throw new ServiceError('unauthenticated', 'Somebody else is signed in here now. Sign in again to send what you wrote.');
}

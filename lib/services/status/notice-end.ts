import { ServiceError } from '../errors';

/** Refuses an end that has passed: nobody would see the notice. */
export function refusePastEnd(endsAt: string | null | undefined, now: Date): void {
  if (!endsAt || endsAt > now.toISOString()) return;
  const message = 'This time has passed: nobody would see the notice. Choose a later one, or none.';
  throw new ServiceError('invalid', message, { issues: [{ path: 'endsAt', message }] });
}

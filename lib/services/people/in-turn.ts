import { ServiceError } from '../errors';

/**
 * Runs at most `atOnce` pieces of work at a time and lets at most `waiting` wait; beyond that throws ServiceError
 * `unavailable`. Keeps a storm of passwords from taking every connection and every thread.
 */
export function inTurn(atOnce: number, waiting: number) {
  let running = 0;
  const queue: (() => void)[] = [];

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw new ServiceError('unavailable', 'Too many sign-ins at once. Try again in a few seconds.', { retryAfterS: 5 });
      }
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

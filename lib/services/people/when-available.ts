import { isTimeout, isTransient } from '@/lib/db/transaction';
import { ServiceError } from '../errors';

const AWAY = 'The database does not answer just now. Nothing was changed for certain; look again in a moment.';

// Prisma's codes for a database that cannot be reached, closed the connection, or was too busy to begin or to wait.
const PRISMA_AWAY = new Set(['P1000', 'P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);

const causesOf = (error: unknown): unknown[] => {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error && causes.length < 5; one = one.cause) causes.push(one);
  return causes;
};

const isAway = (error: unknown): boolean =>
  causesOf(error).some((one) => isTransient(one) || isTimeout(one) || PRISMA_AWAY.has(String((one as { code?: unknown }).code)));

/** The same verb; where the database is away it throws ServiceError `unavailable`, never an answer. */
export function whenAvailable<Args extends unknown[], Answer>(verb: (...args: Args) => Promise<Answer>) {
  return async (...args: Args): Promise<Answer> => {
    try {
      return await verb(...args);
    } catch (error) {
      if (isAway(error)) throw new ServiceError('unavailable', AWAY, { cause: error, retryAfterS: 2 });
      throw error;
    }
  };
}

import { isAway } from '../away';
import { ServiceError } from '../errors';

const AWAY = 'The database does not answer just now. Nothing was changed for certain; look again in a moment.';

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

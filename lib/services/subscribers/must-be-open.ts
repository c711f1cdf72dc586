import { ServiceError } from '../errors';
import { readOpenness } from './read-openness';
import type { SubscribersParts } from './subscribers-deps';

/** The page that is subscribed to. Throws `not_found` where it is not for everybody. */
export async function mustBeOpen({ pool }: SubscribersParts): Promise<{ name: string }> {
  const page = await readOpenness(pool);
  if (page.isPublic) return page;
  throw new ServiceError('not_found', 'There is no public status page here.');
}

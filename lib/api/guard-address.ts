import { ServiceError } from '@/lib/services/errors';
import type { ApiContext } from './api-env';

/** Refuses an address that holds a null byte: no name, reference or search has one, and Postgres takes none as text. */
export function guardAddress(c: ApiContext): void {
  if (!/%00|\0/.test(c.req.raw.url)) return;
  throw new ServiceError('invalid', 'This address holds a null byte (%00). Remove it and try again.');
}

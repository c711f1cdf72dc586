import { READ_ONLY } from '@/lib/core/incident/decide';
import type { Caller } from '@/lib/auth/caller';
import { ServiceError } from '../errors';

/** Practice rooms are made and removed by those who work in rooms. */
export function mustSignedInWork({ actor }: Caller): void {
  if (actor.scope === 'read') throw new ServiceError('forbidden', READ_ONLY);
  if (actor.role === 'viewer')
    throw new ServiceError('forbidden', 'Viewers cannot open a practice room. Ask a responder to open one.');
}

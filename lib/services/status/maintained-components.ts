import { ServiceError } from '../errors';
import type { Tx } from './status-deps';

/** Refuses components that are not on the page. */
export async function refuseUnknownComponents(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = await tx.component.count({ where: { id: { in: [...ids] }, removedAt: null } });
  if (known === ids.length) return;
  const message = 'One of the components is not on the status page any more. Leave it out, or choose it anew.';
  throw new ServiceError('invalid', message, { issues: [{ path: 'componentIds', message }] });
}

import { ServiceError } from '../errors';
import type { Tx } from './status-deps';

/** Two components of one name in one group could not be told apart on the page. */
export async function refuseSameComponent(tx: Tx, name: string, groupId: string | null, exceptId?: string): Promise<void> {
  const same = await tx.component.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, groupId, removedAt: null, id: { not: exceptId } },
  });
  if (same) throw new ServiceError('conflict', `“${same.name}” is there already. Choose another name, or another group.`);
}

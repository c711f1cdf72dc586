import { notFound, ServiceError } from '../errors';
import type { Tx } from './status-deps';

export const GROUPS_MAX = 500;

/** A group that is there; throws `not_found` where it is not. */
export async function groupOnPage(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const found = await tx.componentGroup.findUnique({ where: { id }, select: { id: true, name: true } });
  if (!found) throw notFound('group');
  return found;
}

/** Two groups of one name could not be told apart on the page. */
export async function refuseSameGroup(tx: Tx, name: string, exceptId?: string): Promise<void> {
  const same = await tx.componentGroup.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, id: { not: exceptId } },
  });
  if (same) throw new ServiceError('conflict', `There is a group “${same.name}” already. Choose another name.`);
}

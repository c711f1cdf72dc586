import type { Caller } from '@/lib/auth/caller';
import type { ComponentList, PageComponent } from '@/lib/contracts/status-page';
import type { Component } from '@/lib/db/generated/client';
import { notFound } from '../errors';
import { byPosition, inOrder } from './component-order';
import { mayRead } from './may-keep';
import { OPERATIONAL, presentStates, type PresentState } from './present-states';
import type { StatusDeps, Tx } from './status-deps';

const pageComponent = ({ id, name, description, groupId, isPublic }: Component, present: PresentState): PageComponent => ({
  ...{ id, name, description, groupId, isPublic },
  ...present,
});

/** A component that is on the page, locked by the turn of the transaction; throws `not_found` where it is not, or no more. */
export async function componentOnPage(tx: Tx, id: string): Promise<Component> {
  const found = await tx.component.findUnique({ where: { id } });
  if (!found || found.removedAt) throw notFound('component');
  return found;
}

/** How one component stands now. */
export const readComponent = async (tx: Tx, id: string): Promise<PageComponent> =>
  pageComponent(await componentOnPage(tx, id), (await presentStates(tx)).get(id) ?? OPERATIONAL);

/** Groups and components in the order of the page, with their present state. For responders and administrators. */
export const listComponents =
  ({ prisma }: StatusDeps) =>
  async (caller: Caller): Promise<ComponentList> => {
    mayRead(caller, 'responder');
    const [groups, components, states] = await Promise.all([
      prisma.componentGroup.findMany(),
      prisma.component.findMany({ where: { removedAt: null } }),
      presentStates(prisma),
    ]);
    return {
      groups: groups.sort(byPosition).map(({ id, name }) => ({ id, name })),
      components: inOrder(groups, components).map((one) => pageComponent(one, states.get(one.id) ?? OPERATIONAL)),
    };
  };

import type { Caller } from '@/lib/auth/caller';
import { notFound } from '../errors';
import type { NoticeDeps } from '../notifications/notice-deps';
import { mustWrite } from '../people/may';

/** Has one of one's own browsers take no more push messages. Throws `not_found` for other people's. */
export const unsubscribePush =
  ({ prisma }: NoticeDeps) =>
  async (caller: Caller, id: string): Promise<void> => {
    const { userId } = caller.actor;
    const found = await prisma.pushSubscription.findFirst({ where: { id, userId } });
    if (!found) throw notFound('browser');
    mustWrite(caller);
    await prisma.pushSubscription.deleteMany({ where: { id, userId } });
  };

import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { PushBrowser, SubscribePushInput } from '@/lib/contracts/notices';
import { ServiceError } from '../errors';
import type { NoticeDeps } from '../notifications/notice-deps';
import { mustWrite } from '../people/may';
import { browserOf } from './list-push';

const BROWSERS_MAX = 20;
const AGENT_MAX = 500;

/**
 * Has a browser take push messages for somebody. A browser that took those of somebody else before takes these instead.
 * Throws `rule` where nothing is pushed from here, or where there are 20 already.
 */
export const subscribePush =
  ({ prisma, pushKey, clock }: NoticeDeps) =>
  async (caller: Caller, { endpoint, keys }: SubscribePushInput, userAgent: string): Promise<PushBrowser> => {
    mustWrite(caller);
    if (pushKey === null) throw new ServiceError('rule', 'This installation sends no push messages. Ask an administrator.');
    const { userId } = caller.actor;
    const others = await prisma.pushSubscription.count({ where: { userId, NOT: { endpoint } } });
    if (others >= BROWSERS_MAX)
      throw new ServiceError('rule', `You have ${BROWSERS_MAX} browsers already. Remove one of them first.`);
    const data = { userId, ...keys, userAgent: userAgent.slice(0, AGENT_MAX), createdAt: clock(), failedAt: null };
    return browserOf(
      await prisma.pushSubscription.upsert({
        ...{ where: { endpoint }, update: data, create: { id: uuidv7(), endpoint, ...data } },
      }),
    );
  };

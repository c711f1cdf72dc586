import type { Caller } from '@/lib/auth/caller';
import type { PushBrowser, PushBrowsers } from '@/lib/contracts/notices';
import type { PushSubscription } from '@/lib/db/generated/client';
import type { NoticeDeps } from '../notifications/notice-deps';

export const browserOf = ({ id, userAgent, createdAt, endpoint }: PushSubscription): PushBrowser => ({
  ...{ id, userAgent, endpoint },
  createdAt: createdAt.toISOString(),
});

/** One's own browsers that take push messages, newest first, and the key under which another can be added. */
export const listPush =
  ({ prisma, pushKey }: NoticeDeps) =>
  async ({ actor }: Caller): Promise<PushBrowsers> => {
    const rows = await prisma.pushSubscription.findMany({ where: { userId: actor.userId }, orderBy: { createdAt: 'desc' } });
    return { publicKey: pushKey, browsers: rows.map(browserOf) };
  };

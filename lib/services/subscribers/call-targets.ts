import type { SubscriberCall } from '../delivery/payloads';
import { unseal } from '../sealed';
import { isStillTold } from './mail-for';
import { stateOf } from './own-subscriber';
import type { SubscribersParts } from './subscribers-deps';

/** A call as far as it matters here. */
type Call = { targetKind: 'subscriber' | 'user' | 'hook'; targetId: string | null; payload: unknown };

async function sealedOf({ prisma }: SubscribersParts, { targetKind, targetId }: Call): Promise<string | null> {
  if (targetId === null || targetKind === 'user') return null;
  if (targetKind === 'hook') {
    const hook = await prisma.hook.findUnique({ where: { id: targetId } });
    return hook?.isEnabled && hook.removedAt === null ? hook.secret : null;
  }
  const row = await prisma.subscriber.findUnique({ where: { id: targetId } });
  return row && ['pending', 'active'].includes(stateOf(row)) ? row.secret : null;
}

/** The secret that signs a call; null where it is not to be made any more. */
export const secretOfCall =
  (parts: SubscribersParts) =>
  async (call: Call): Promise<{ secret: string } | null> => {
    const sealed = await sealedOf(parts, call);
    // Only what goes to a subscriber names the public word it tells of.
    const about = call.targetKind === 'subscriber' ? (call.payload as SubscriberCall).about : undefined;
    if (sealed === null || !(await isStillTold(parts, about))) return null;
    const secret = unseal(sealed, parts.secret);
    return secret === null ? null : { secret };
  };

/** The receiver took a call: with the first one a webhook is subscribed. */
export const callAnswered =
  ({ prisma, clock }: SubscribersParts) =>
  async ({ targetKind, targetId }: Call): Promise<void> => {
    if (targetKind !== 'subscriber' || targetId === null) return;
    await prisma.subscriber.updateMany({
      where: { id: targetId, kind: 'webhook', confirmedAt: null, endedAt: null },
      data: { confirmedAt: clock() },
    });
  };

/** The receiver answered that it is gone: nothing more goes there. */
export const receiverGone =
  ({ prisma, clock }: SubscribersParts) =>
  async ({ targetKind, targetId }: Call): Promise<void> => {
    if (targetId === null) return;
    if (targetKind === 'hook') await prisma.hook.updateMany({ where: { id: targetId }, data: { isEnabled: false } });
    if (targetKind !== 'subscriber') return;
    await prisma.subscriber.updateMany({
      where: { id: targetId, endedAt: null },
      data: { endedAt: clock(), endedBy: 'unsubscribed' },
    });
  };

import type { Channel } from '@/lib/services/delivery/enqueue-deliveries';
import { repeat, type Repeated } from './repeat';
import { claimDue, sendOne, sweepDeliveries, type Sender, type SendingDeps } from './send-deliveries';

type Options = SendingDeps & {
  /** How many of a channel are on their way at once. */
  atOnce: Record<Channel, number>;
  onError: (error: unknown) => void;
};

const EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 3_600_000;
// Whoever ends us waits so long; what has not reached its receiver by then is left to the next start.
const GRACE_MS = 4_000;

/** One channel: as many messages on their way as may be, another as soon as one is through. */
function sendChannel(deps: SendingDeps, most: number, onError: (error: unknown) => void): Repeated {
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let isStopped = false;

  async function fill(): Promise<boolean> {
    const free = most - underWay.size;
    if (free === 0 || isStopped) return false;
    const claimed = await claimDue(deps, free, [...underWay.keys()]);
    for (const delivery of claimed) {
      const sending = sendOne(deps, delivery, stopping.signal)
        .catch(onError)
        .finally(() => {
          underWay.delete(delivery.id);
          loop.wake();
        });
      underWay.set(delivery.id, sending);
    }
    return false;
  }

  const loop = repeat(fill, { everyMs: EVERY_MS, onError });
  return {
    start: loop.start,
    wake: loop.wake,
    async stop() {
      isStopped = true;
      await loop.stop();
      const timer = setTimeout(() => stopping.abort(), GRACE_MS);
      await Promise.all(underWay.values());
      clearTimeout(timer);
    },
  };
}

/** Sends everything that is queued, each channel on its own, until it is stopped. `wake` after a commit spares the wait. */
export function createDeliveryWorker({ senders, atOnce, onError, pool, clock }: Options): Repeated {
  const channels = Object.entries(senders) as [Channel, Sender][];
  const loops = channels.map(([channel, sender]) =>
    sendChannel({ pool, clock, senders: { [channel]: sender } }, atOnce[channel], onError),
  );
  const sweep = () => sweepDeliveries({ pool, clock }).then(() => false);
  loops.push(repeat(sweep, { everyMs: SWEEP_EVERY_MS, onError }));
  return {
    start: () => loops.forEach((one) => one.start()),
    wake: () => loops.slice(0, -1).forEach((one) => one.wake()),
    stop: async () => void (await Promise.all(loops.map((one) => one.stop()))),
  };
}

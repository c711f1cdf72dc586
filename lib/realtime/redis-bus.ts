import { createClient } from '@redis/client';
import type { Bus, BusMessage } from './bus';

type Log = { warn: (details: object, message: string) => void };

/** `channel` keeps apart what shares one Redis: name the database in it, for example by its epoch. */
type RedisBusOptions = { url: string; channel: string; log: Log };

const RETRY_MAX_MS = 2000;

function parsed(text: string): BusMessage | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The bus between processes over Redis publish/subscribe. Connects in the background and for as long as it takes; while
 * Redis is away messages are dropped, since the heads in the database tell the same a second later. [S3]
 */
export function createRedisBus({ url, channel, log }: RedisBusOptions): Bus {
  const listeners = new Set<(message: BusMessage) => void>();
  let isAway = false;

  const client = () => {
    const one = createClient({
      url,
      disableOfflineQueue: true,
      socket: { connectTimeout: 2000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, RETRY_MAX_MS) },
    });
    one.on('error', (error: Error) => {
      if (!isAway) log.warn({ reason: error.message }, 'Redis does not answer; other processes hear of changes a second later.');
      isAway = true;
    });
    one.on('ready', () => {
      isAway = false;
    });
    return one;
  };
  const sender = client();
  const receiver = client();

  const hear = (text: string) => {
    const message = parsed(text);
    if (message) for (const listener of listeners) listener(message);
  };
  // A subscription that was made comes back by itself after a reconnect.
  let isSubscribed = false;
  receiver.on('ready', () => {
    if (isSubscribed) return;
    receiver.subscribe(channel, hear).then(
      () => {
        isSubscribed = true;
      },
      () => undefined,
    );
  });
  for (const one of [sender, receiver]) void one.connect().catch(() => undefined);

  return {
    publish(message) {
      if (sender.isReady) void sender.publish(channel, JSON.stringify(message)).catch(() => undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      for (const one of [sender, receiver]) if (one.isOpen) one.destroy();
    },
  };
}

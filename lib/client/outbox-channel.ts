import type { CommandAnswer } from '@/lib/contracts/room';
import type { OutboxCommand } from './outbox-command';

/** What tabs of one person tell each other about their common outbox. */
export type OutboxMessage =
  | { kind: 'changed' }
  | { kind: 'sending'; ids: string[]; pause: string | null }
  | { kind: 'taken'; command: OutboxCommand; answer: CommandAnswer }
  | { kind: 'ping' }
  | { kind: 'pong' };

export type OutboxChannel = { post: (message: OutboxMessage) => void; listen: (hear: (message: OutboxMessage) => void) => void };

export function createOutboxChannel(userId: string): OutboxChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel(`warroom-outbox:${userId}`);
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener('message', ({ data }) => hear(data)),
  };
}

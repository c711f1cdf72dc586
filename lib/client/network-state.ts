import type { Network } from './room-view';

export type Contact = {
  /** Whether the device believes that it has a network. */
  isOnline: boolean;
  /** Whether the room is joined over a socket. */
  isJoined: boolean;
  /** Since when it is not, in ms ago. */
  apartMs: number;
  /** When the server last answered a question by HTTP, in ms ago; null where it did not since then. */
  answeredMs: number | null;
};

/** A hiccup shorter than this is not worth a word. */
export const QUIET_MS = 2000;
const POLLED_MS = 8000;
const OFFLINE_AFTER_MS = 15_000;

/** What to tell the person about the network: nothing for a hiccup, and offline only where nothing comes through. */
export function networkState({ isOnline, isJoined, apartMs, answeredMs }: Contact): Network {
  if (!isOnline) return 'offline';
  if (isJoined || (answeredMs !== null && answeredMs < POLLED_MS)) return 'connected';
  if (apartMs < QUIET_MS) return 'connected';
  return apartMs < OFFLINE_AFTER_MS ? 'reconnecting' : 'offline';
}

import { expect, it } from 'vitest';
import { networkState } from './network-state';

it.each([
  ['joined', { isOnline: true, isJoined: true, apartMs: 0, answeredMs: null }, 'connected'],
  ['a hiccup', { isOnline: true, isJoined: false, apartMs: 1500, answeredMs: null }, 'connected'],
  ['apart for a while', { isOnline: true, isJoined: false, apartMs: 2500, answeredMs: null }, 'reconnecting'],
  ['no sockets, but answers', { isOnline: true, isJoined: false, apartMs: 60_000, answeredMs: 2100 }, 'connected'],
  ['answers have stopped', { isOnline: true, isJoined: false, apartMs: 60_000, answeredMs: 9000 }, 'offline'],
  ['nothing for long', { isOnline: true, isJoined: false, apartMs: 16_000, answeredMs: null }, 'offline'],
  ['the device says so', { isOnline: false, isJoined: true, apartMs: 0, answeredMs: 10 }, 'offline'],
] as const)('%s', (_title, contact, network) => {
  expect(networkState(contact)).toBe(network);
});

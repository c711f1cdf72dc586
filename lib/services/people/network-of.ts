import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, IPv4 tails included. */
function groupsOf(address: string): string[] {
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = tail
    ? `${tail[1]}${(Number(tail[2]) * 256 + Number(tail[3])).toString(16)}:${(Number(tail[4]) * 256 + Number(tail[5])).toString(16)}`
    : address;
  const [head = '', rest] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = rest === undefined || rest === '' ? [] : rest.split(':');
  const between = rest === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, between)).fill('0'), ...right];
}

/**
 * The network that guesses are counted by: an IPv4 address itself, of an IPv6 address its /64, which one subscriber has
 * whole. An IPv4 address inside IPv6 counts as IPv4.
 */
export function networkOf(address: string): string {
  const bare = (address.split('%')[0] ?? '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(bare)) return bare.slice(0, 64);
  const network = groupsOf(bare)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

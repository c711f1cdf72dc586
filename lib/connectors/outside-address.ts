import ipaddr from 'ipaddr.js';

const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
// Public by its number, and answered by the host of every virtual machine in that cloud.
const CLOUD_HOST = '168.63.129.16';

/**
 * Whether an address is somebody's on the public internet: not private, local, shared, reserved, multicast or a metadata
 * service, and not a wrapping of IPv4 in IPv6 behind which any of these may be.
 */
export function isOutside(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || text === CLOUD_HOST) return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(GLOBAL);
}

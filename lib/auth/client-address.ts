import { BlockList, isIP, isIPv6 } from 'node:net';

/** Carries the client's address from our server to the handlers; whatever a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-warroom-address';

export type TrustedProxies = (address: string) => boolean;

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? '';
const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Reads `10.0.0.0/8, 192.0.2.7`; throws RangeError with a sentence for anything that is no address or network. */
export function trustedProxies(list: string): TrustedProxies {
  const trusted = new BlockList();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = entry.split('/');
    const most = isIPv6(address) ? 128 : 32;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))) {
      throw new RangeError(`${entry} is no address or network. Write addresses such as 10.0.0.1 or 10.0.0.0/8.`);
    }
    trusted.addSubnet(address, bits === undefined ? most : Number(bits), family(address));
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, family(address));
}

/**
 * Whom a request comes from: the other end of the socket; behind trusted proxies the last address in `X-Forwarded-For`
 * that is not one of them. What stands before that was written by the client and counts for nothing.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, isTrusted: TrustedProxies): string {
  let address = plain(socketAddress);
  const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
  while (isTrusted(address)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

type Incoming = {
  headers: Record<string, string | string[] | undefined>;
  rawHeaders: string[];
  socket: { remoteAddress?: string };
};

/** Writes the client's address into the headers of a Node request, over whatever stood there. */
export function stampAddress(request: Incoming, isTrusted: TrustedProxies): void {
  const { headers, rawHeaders } = request;
  const forwarded = headers['x-forwarded-for'];
  const chain = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  const address = clientAddress(request.socket.remoteAddress ?? 'unknown', chain, isTrusted);
  headers[ADDRESS_HEADER] = address;
  // Next reads the one, Hono makes its headers of the other.
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === ADDRESS_HEADER) rawHeaders.splice(at, 2);
  }
  rawHeaders.push(ADDRESS_HEADER, address);
}

/** Where a request and its user agent come from, as the server stamped it. */
export const clientOf = (headers: Headers): { address: string; userAgent: string } => ({
  address: headers.get(ADDRESS_HEADER) ?? 'unknown',
  userAgent: headers.get('user-agent') ?? '',
});

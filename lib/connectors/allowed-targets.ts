import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What inside of the network outgoing calls may reach besides the outside, at any port. */
export type AllowedTargets = {
  isHost: (name: string) => boolean;
  isAddress: (address: string) => boolean;
};

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;
const bare = (name: string) => name.replace(/[[\]]/g, '').replace(/\.$/, '').toLowerCase();

/** An IPv4 address inside of IPv6 is that IPv4 address. */
const read = (text: string): Address | null => (ipaddr.isValid(text) ? ipaddr.process(text) : null);

function networkOf(entry: string): [Address, number] | null {
  const [text = '', bits] = entry.split('/');
  const address = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) ? ipaddr.parse(text) : null;
  if (!address) return null;
  const most = address.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [address, most];
  return /^\d{1,3}$/.test(bits) && Number(bits) <= most ? [address, Number(bits)] : null;
}

/** Reads `10.0.0.0/8, hooks.internal`; throws RangeError with a sentence for what is no host, address or network. */
export function allowedTargets(list: string): AllowedTargets {
  const networks: [Address, number][] = [];
  const hosts = new Set<string>();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const network = networkOf(bare(entry));
    if (network) networks.push(network);
    else if (HOST_NAME.test(bare(entry)) && !/^[\d.]+$/.test(entry)) hosts.add(bare(entry));
    else throw new RangeError(`${entry} is no host, address or network. Write such as hooks.internal or 10.0.0.0/8.`);
  }
  return {
    isHost: (name) => hosts.has(bare(name)),
    isAddress(text) {
      const address = read(text);
      return (
        address !== null && networks.some(([base, bits]) => base.kind() === address.kind() && address.match(base as never, bits))
      );
    },
  };
}

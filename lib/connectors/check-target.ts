import { isIP } from 'node:net';
import type { AllowedTargets } from './allowed-targets';
import { isOutside } from './outside-address';
import { TargetRefused } from './target-refused';

const USUAL_PORTS = new Set(['80', '443']);

/** The port as a URL or a connection names it, or the one of its protocol. */
const portOf = (port: string, protocol: string) => port || (protocol === 'https:' ? '443' : '80');

/** Throws TargetRefused where one of the addresses at which `host` is reached is not outside, and not allowed. */
export function checkAddresses(host: string, addresses: readonly string[], port: string, allowed: AllowedTargets): void {
  const left = allowed.isHost(host) ? [] : addresses.filter((address) => !allowed.isAddress(address));
  if (!left.every(isOutside)) {
    throw new TargetRefused(`${host} leads inside of the network. An administrator can allow it with WARROOM_ALLOWED_TARGETS.`);
  }
  if (left.length > 0 && !USUAL_PORTS.has(port)) {
    throw new TargetRefused(
      `Port ${port} is not one that is called. Use 80 or 443, or allow ${host} with WARROOM_ALLOWED_TARGETS.`,
    );
  }
}

/** Reads where a call is to go. Throws TargetRefused for what is refused before any name is looked up. */
export function readTarget(text: string, allowed: AllowedTargets): URL {
  if (!URL.canParse(text)) throw new TargetRefused('This is no web address. Write it as https://hooks.example.com/path.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TargetRefused('Only addresses that begin with https:// or http:// are called.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new TargetRefused('Leave the user name and the password out of the address; calls are signed instead.');
  }
  checkLiteral(url.hostname, portOf(url.port, url.protocol), allowed);
  return url;
}

/** The part of the check that needs no name server: addresses written as such. A look-up alone would never see them. */
export function checkLiteral(hostname: string, port: string, allowed: AllowedTargets): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) checkAddresses(host, [host], port, allowed);
}

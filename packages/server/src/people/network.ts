import { isIPv4, isIPv6 } from 'node:net';
import { type KeyRing, lookupHash } from '../platform/keys/key-ring.ts';

const GROUPS_OF_A_NETWORK = 4;

/**
 * The network of an address, as throttles count it: an IPv4 address is one by itself, of an IPv6
 * address its first 64 bits, because everything behind them belongs to one household or server.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (isIPv4(bare) || !isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(-2);
  const isMapped = groups.slice(0, 5).every((each) => each === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const first = groups.slice(0, GROUPS_OF_A_NETWORK).map((each) => each.toString(16));
  return `${first.join(':')}::/64`;
}

/** The eight groups of an IPv6 address, in whichever of its forms it is written. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = withoutDots(address).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const middle = Array.from({ length: zeros }, () => '0');
  return [...before, ...middle, ...after].map((group) => Number.parseInt(group, 16));
}

/** The last four bytes may be written as an IPv4 address. */
function withoutDots(address: string): string {
  const dots = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (dots === null) return address;
  const [a = 0, b = 0, c = 0, d = 0] = dots.slice(1).map(Number);
  const groups = [(a << 8) | b, (c << 8) | d].map((each) => each.toString(16)).join(':');
  return `${address.slice(0, dots.index)}${groups}`;
}

/** The keyed hash of the network that an address belongs to. */
export function networkHash(ring: KeyRing, address: string): Buffer {
  return lookupHash(ring, 'network', networkOf(address));
}

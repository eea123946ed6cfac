import { isIP, isIPv4 } from 'node:net';

/** An IPv4 address within IPv6, as `URL` writes it. */
const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * The network that an address is in, which tells a place and not a person: /24 of IPv4, /48 of IPv6.
 *
 * @returns undefined for what is no address
 */
export function networkOf(address: string | undefined): string | undefined {
  const [bare = ''] = (address ?? '').split('%');
  if (isIPv4(bare)) return networkOfIPv4(bare.split('.'));
  if (isIP(bare) === 0) return undefined;
  const written = canonical(bare);
  const [, high, low] = mapped.exec(written) ?? [];
  if (high !== undefined && low !== undefined) return networkOfIPv4([...bytesOf(high), ...bytesOf(low)]);
  const [before = '', after = ''] = written.split('::');
  const groups = [groupsIn(before), groupsIn(after)] as const;
  const zeros = Array.from({ length: 8 - groups[0].length - groups[1].length }, () => '0');
  const [first, second, third] = [...groups[0], ...zeros, ...groups[1]];
  return `${canonical(`${first}:${second}:${third}::`)}/48`;
}

const networkOfIPv4 = ([first, second, third]: readonly (string | number)[]): string =>
  `${first}.${second}.${third}.0/24`;

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
};

const groupsIn = (text: string): string[] => (text === '' ? [] : text.split(':'));

const canonical = (address: string): string => new URL(`http://[${address}]`).hostname.slice(1, -1);

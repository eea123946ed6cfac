// One address for one mail. Mail libraries take lists and header syntax where an address is expected ("a@b.c\r\nBcc: …"),
// so only a plain ASCII addr-spec (RFC 5321 lengths, RFC 5322 dot-atom, no quoting, no comments, no IP literals) passes. Of its signs those
// are left out by which a mail server may be told to send a mail on: "a%other.org@relay" and "other.org!a@relay" name a route, "/file" and
// "|command" a file and a program.

const atom = "[A-Za-z0-9#$&'*+=?^_`{}~-]+";
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`);
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const domainName = new RegExp(`^(?:${label}\\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$`);

/** Whether an address can be of this domain. */
export const isEmailDomain = (text: string): boolean => text.length <= 253 && domainName.test(text);

/** Whether an address, as `parseEmailAddress` returns it, is of one of these domains: of none when there are none. */
export function isOfDomains(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((listed) => listed.toLowerCase() === domain);
}

/** The address with its domain in lower case, or undefined when the text is not exactly one address. */
export function parseEmailAddress(text: string): string | undefined {
  if (text.length > 254) return undefined;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || local.length > 64) return undefined;
  return localPart.test(local) && isEmailDomain(domain) ? `${local}@${domain.toLowerCase()}` : undefined;
}

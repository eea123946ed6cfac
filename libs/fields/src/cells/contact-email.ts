import { sentence } from '@roundtrip/words/sentence';
import { composed } from '../letters.js';
import type { CellProblem } from './cell-reading.js';
import { quote } from './cell-text.js';
import { didYouMean } from './did-you-mean.js';

// What a contact gave as its address: wider than the one that mails are sent to (email-address.ts), as letters beyond ASCII (RFC 6531) and
// dots where there should be none are in use. What only looks like an address, and lists of addresses, are none.

const localPart = /^[^\s@,;:<>()[\]\\"|]{1,64}$/u;
const domainName = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\d-]{2,63}$/u;
const addressInText = /[^\s@,;:<>()[\]\\"|/]+@[^\s@,;:<>()[\]\\"|/]+\.[^\s@,;:<>()[\]\\"|/]+/gu;

/** Whether a text is one e-mail address, as a contact may have it. */
export function isContactAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  return localPart.test(text.slice(0, at)) && at > 0 && domainName.test(text.slice(at + 1));
}

/** What is wrong with a text that is to be an e-mail address; undefined when it is one. */
export function emailProblem(text: string, column: string): CellProblem | undefined {
  if (isContactAddress(text)) return undefined;
  // No address is so long: more of a text need not be looked at.
  const found = [...composed(text.slice(0, 1000)).matchAll(addressInText)]
    .map(([address]) => address)
    .filter(isContactAddress);
  const value = quote(text);
  return found.length > 1
    ? {
        code: 'EMAIL_INVALID',
        message: [sentence('email-several', { value, count: found.length, column })],
        hint: [sentence('email-keep-one')],
      }
    : {
        code: 'EMAIL_INVALID',
        message: [sentence('email-none', { value })],
        hint: [...didYouMean(found[0]), sentence('email-how')],
      };
}

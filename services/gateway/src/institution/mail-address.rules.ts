import type { Sentence } from '@roundtrip/contracts';
import { isOfDomains, parseEmailAddress } from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';

/**
 * The one address that a mail about a job may go to.
 *
 * @throws Problem 422 when it is not one address, or its domain is not allowed
 */
export function mailAddress(
  text: string | undefined,
  allowedDomains: readonly string[],
  pointer: string,
): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const address = parseEmailAddress(text);
  if (address === undefined) throw refused('EMAIL_INVALID', whyNone(text), pointer);
  if (allowedDomains.length > 0 && !isOfDomains(address, allowedDomains)) {
    const allowed = allowedDomains.join(', ');
    throw refused('EMAIL_DOMAIN_NOT_ALLOWED', [sentence('domain-not-allowed', { allowed })], pointer);
  }
  return address;
}

function whyNone(text: string): Sentence[] {
  const sign = /[%!/|"]/.exec(text)?.[0];
  const what =
    sign !== undefined && text.includes('@') ? sentence('address-sends-on', { sign }) : sentence('address-invalid');
  return [what, sentence('address-of-one')];
}

const refused = (code: string, message: Sentence[], pointer: string): Problem =>
  new Problem(422, code, message, { errors: [{ pointer, message }] });

import { isOfDomains, parseEmailAddress } from '@roundtrip/fields';
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
    throw refused(
      'EMAIL_DOMAIN_NOT_ALLOWED',
      `Your institution sends mails to these domains only: ${allowed}.`,
      pointer,
    );
  }
  return address;
}

function whyNone(text: string): string {
  const sign = /[%!/|"]/.exec(text)?.[0];
  const what =
    sign !== undefined && text.includes('@')
      ? `An address with ${sign} may send a mail on to others, and is not taken.`
      : 'This is not one e-mail address.';
  return `${what} Write the address of one person, as in marie@example.org.`;
}

const refused = (code: string, message: string, pointer: string): Problem =>
  new Problem(422, code, message, { errors: [{ pointer, message }] });

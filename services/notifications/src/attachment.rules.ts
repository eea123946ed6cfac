import { isOfDomains } from '@roundtrip/fields';

/** How a template comes by mail: in it, or by a link, and then why. */
export type Carriage = 'attached' | 'too-large' | 'not-listed';

/**
 * A file with contact data leaves the house in a mail only where the institution has said that its own people are: a link asks to sign in,
 * a file asks nobody.
 *
 * @param to as `parseEmailAddress` returns it
 */
export function carriageOf(
  to: string,
  domains: readonly string[],
  { sizeBytes, maxBytes }: { sizeBytes: number; maxBytes: number },
): Carriage {
  if (!isOfDomains(to, domains)) return 'not-listed';
  return sizeBytes <= maxBytes ? 'attached' : 'too-large';
}

import { createHash } from 'node:crypto';
import { charactersOf, type SignedInPerson } from '@roundtrip/database';
import { z } from 'zod';

/** What the claims are called that say where somebody belongs and to which groups. */
export interface ClaimNames {
  institution: string;
  groups: string;
}

/** Who somebody is, as the provider says it. */
export type ClaimedPerson = Pick<SignedInPerson, 'personId' | 'subject' | 'name' | 'email' | 'institutions' | 'groups'>;

/** More than a directory with sense in it says of one person; each is looked for in the mapping of an institution. */
const MOST_GROUPS = 1_000;
const MOST_INSTITUTIONS = 100;
const LONGEST_NAME = 200;

/** One id for a person in the whole installation, which tells nothing of who it is: 120 bits of SHA-256 over issuer and subject. */
export function personIdOf(issuer: string, subject: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest();
  return `per_${charactersOf(hash.subarray(0, 24))}`;
}

const texts = (most: number) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .transform((all) => [...new Set(all.map((one) => one.trim()).filter((one) => one !== '' && one.length <= 200))])
    .transform((all) => all.slice(0, most));

/**
 * Claims of an id token, of the userinfo or of an access token. A list may be one text, which is one name; what is no text is no name.
 *
 * @returns undefined when the claims name nobody
 */
export function claimedPerson(
  issuer: string,
  claims: Readonly<Record<string, unknown>>,
  names: ClaimNames,
): ClaimedPerson | undefined {
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '') return undefined;
  const email = textIn(claims['email']);
  const name = textIn(claims['name']) ?? textIn(claims['preferred_username']) ?? email;
  const personId = personIdOf(issuer, sub);
  return {
    personId,
    subject: sub,
    name: name ?? personId,
    ...(email !== undefined && { email }),
    institutions: texts(MOST_INSTITUTIONS).catch([]).parse(claims[names.institution]),
    groups: texts(MOST_GROUPS).catch([]).parse(claims[names.groups]),
  };
}

function textIn(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  // Neither the end of a line nor what turns its direction may stand in a name.
  const text = claim.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').trim();
  return text === '' ? undefined : text.slice(0, LONGEST_NAME);
}

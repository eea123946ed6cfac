import { createHash } from 'node:crypto';
import { canonicalJson } from './chain.rules.js';

/** Of each part of the details, as JSON: a rule of a hundred long conditions has more. */
const MOST_CHARACTERS = 16_384;

/** As they are stored and read again: plain JSON, well-formed, of each part that is too long only how long it was, and its hash. */
export function boundedDetails(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, bounded(part)]),
  );
}

function bounded(part: unknown): unknown {
  const json = wellFormed(canonicalJson(part));
  if (json.length <= MOST_CHARACTERS) return JSON.parse(json);
  return { tooLong: true, characters: json.length, sha256: createHash('sha256').update(json).digest('hex') };
}

/** Half of a character would be stored as another, and the hash be wrong. JSON writes most of them escaped. */
export const wellFormed = (text: string): string =>
  text.replaceAll(/\p{Cs}/gu, '\ufffd').replaceAll(/(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, '$1\ufffd');

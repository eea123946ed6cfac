import { meansSomething, type OlderEncoding, olderEncodings, readAlike, rereadAs } from '@roundtrip/csv';
import { unguardFormula } from '@roundtrip/fields';

// The names that a file carries tell how it was saved. Pure.

/** A name cell as Windows-1252 reads it, and the name that the contact has. */
export interface ComparedName {
  text: string;
  name: string;
}

export interface EncodingFound {
  encoding: OlderEncoding;
  /** How many of the names that were compared are those of the contacts when they are read so. */
  explained: number;
  compared: number;
}

interface Candidate {
  encoding: OlderEncoding;
  /** By index of the names compared. */
  explains: boolean[];
  explained: number;
}

/**
 * The candidate that explains nine in ten of the names. Of several that do, one gives way to another that explains all of the same names and
 * more, or that knows every byte of the file where it does not; what remains must read the whole file alike, and then is no ambiguity.
 *
 * @param names with letters beyond ASCII, of contacts that are known
 * @param bytesSeen of each byte from 0x80 on that the file holds, its place is 1
 * @returns undefined when the names do not tell
 */
export function encodingByNames(names: readonly ComparedName[], bytesSeen: Uint8Array): EncodingFound | undefined {
  if (names.length === 0) return undefined;
  const explaining = olderEncodings
    .map((encoding) => candidateOf(encoding, names))
    .filter(({ explained }) => explained * 10 >= names.length * 9);
  const bytes = [...bytesSeen.keys()].filter((byte) => byte >= 0x80 && bytesSeen[byte] === 1);
  const best = explaining.filter((one) => !explaining.some((other) => explainsMore(other, one)));
  const knowing = best.filter(({ encoding }) => bytes.every((byte) => meansSomething(byte, encoding)));
  const [first, ...others] = knowing.length > 0 ? knowing : best;
  if (!first) return undefined;
  const { encoding, explained } = first;
  const alike = others.every((other) => bytes.every((byte) => readAlike(byte, encoding, other.encoding)));
  return alike ? { encoding, explained, compared: names.length } : undefined;
}

function candidateOf(encoding: OlderEncoding, names: readonly ComparedName[]): Candidate {
  const explains = names.map(({ text, name }) => textOf(rereadAs(text, encoding)) === textOf(name));
  return { encoding, explains, explained: explains.filter(Boolean).length };
}

/** All that `other` explains, and more. */
const explainsMore = (one: Candidate, other: Candidate): boolean =>
  one.explained > other.explained && other.explains.every((explained, at) => !explained || one.explains[at]);

/** As a template writes it, and as it is stored. */
const textOf = (text: string): string => unguardFormula(text.trim()).trim().normalize('NFC');

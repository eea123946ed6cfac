import type { EncodingReading, RecordedIssue } from '@roundtrip/contracts';
import type { OlderEncoding } from '@roundtrip/csv';
import { FileProblem } from '@roundtrip/files';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { EncodingFound } from './encoding.rules.js';

/** What is said of a file that is not UTF-8. Its words stand in `readings` alone. */

const called: Record<OlderEncoding, string> = {
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1257': 'Windows-1257',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac Roman',
};

const pick = sentence('encoding-pick');
const orUtf8 = sentence('encoding-or-utf8');

/** @param part from 1, in a file of several */
export const encodingDetected = (
  part: number | undefined,
  { encoding, explained, compared }: EncodingFound,
): RecordedIssue => ({
  code: 'ENCODING_DETECTED',
  ...(part !== undefined && { part }),
  message: [sentence('encoding-detected', { part: part ?? 0, encoding: called[encoding], explained, compared })],
  hint: [sentence('encoding-detected-how')],
});

/** @param writes an update would write letters that may be wrong */
export const encodingAssumed = (
  part: number | undefined,
  readings: EncodingReading[],
  writes: boolean,
): RecordedIssue => ({
  code: 'ENCODING_ASSUMED',
  ...(part !== undefined && { part }),
  message: [sentence('encoding-assumed', { part: part ?? 0 })],
  hint: writes ? [pick, sentence('encoding-until-then'), orUtf8] : [sentence('encoding-not-written')],
  readings,
});

/** Nothing may be written by a guess. */
export class UncertainEncoding extends FileProblem {
  constructor(
    why: Sentence,
    part: number | undefined,
    readonly readings: EncodingReading[],
  ) {
    super('ENCODING_UNCERTAIN', [sentence('encoding-unknown', { part: part ?? 0 }), why], {
      part,
      hint: [pick, orUtf8],
    });
  }
}

export const lettersUncertain = (part: number | undefined, readings: EncodingReading[]): UncertainEncoding =>
  new UncertainEncoding(sentence('encoding-would-write'), part, readings);

export const headerUncertain = (part: number | undefined, readings: EncodingReading[]): UncertainEncoding =>
  new UncertainEncoding(sentence('encoding-of-header'), part, readings);

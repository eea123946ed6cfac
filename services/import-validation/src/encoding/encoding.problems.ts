import type { EncodingReading, Issue } from '@roundtrip/contracts';
import type { OlderEncoding } from '@roundtrip/csv';
import { FileProblem } from '@roundtrip/files';
import type { EncodingFound } from './encoding.rules.js';

/** What is said of a file that is not UTF-8. Its words stand in `readings` alone: messages travel in events and mails. */

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

const file = (part: number | undefined): string => (part === undefined ? 'The file' : `Part ${part}`);
const saveAsUtf8 = 'Or save the file as “CSV UTF-8” and upload that.';

/** @param part from 1, in a file of several */
export const encodingDetected = (
  part: number | undefined,
  { encoding, explained, compared }: EncodingFound,
): Issue => ({
  code: 'ENCODING_DETECTED',
  ...(part !== undefined && { part }),
  message: `${file(part)} is not saved as UTF-8; its letters were read as ${called[encoding]}, since its names then are those of the contacts (${explained} of ${compared}).`,
  hint: 'Letters that this encoding does not have were saved as question marks. To be sure of all, save the file as “CSV UTF-8” and upload that.',
});

/** @param writes an update would write letters that may be wrong */
export const encodingAssumed = (part: number | undefined, readings: EncodingReading[], writes: boolean): Issue => ({
  code: 'ENCODING_ASSUMED',
  ...(part !== undefined && { part }),
  message: `${file(part)} is not saved as UTF-8, and its names do not tell how it is; for now its letters were read as Windows-1252.`,
  hint: writes
    ? `Look which of the readings of its words is right, pick that one, and the file is checked again. Until then no update writes such letters. ${saveAsUtf8}`
    : 'Such letters stand only in cells that are not written, so that an update may go on. Letters that Windows-1252 does not have, such as Ł or ő, were saved as question marks: to be sure, save the file as “CSV UTF-8”.',
  readings,
});

/** Nothing may be written by a guess. */
export class UncertainEncoding extends FileProblem {
  constructor(
    detail: string,
    part: number | undefined,
    readonly readings: EncodingReading[],
  ) {
    super('ENCODING_UNCERTAIN', detail, {
      part,
      hint: `Look which of the readings of its words is right, pick that one, and the file is checked again. ${saveAsUtf8}`,
    });
  }
}

export const lettersUncertain = (part: number | undefined, readings: EncodingReading[]): UncertainEncoding =>
  new UncertainEncoding(
    `${file(part)} is not saved as UTF-8, and its names do not tell how it is. The update would write letters that may be wrong, so nothing was written.`,
    part,
    readings,
  );

export const headerUncertain = (part: number | undefined, readings: EncodingReading[]): UncertainEncoding =>
  new UncertainEncoding(
    `${file(part)} is not saved as UTF-8, and its names do not tell how it is. The codes in its first line are known only in another reading than Windows-1252.`,
    part,
    readings,
  );

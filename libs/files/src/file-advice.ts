import { FileProblem } from './file-problem.errors.js';
import { readableSize } from './readable-size.js';
import { type FileType, sniff } from './sniff.js';

const saveAsCsv = 'Open it in your spreadsheet program, choose “Save as”, type “CSV UTF-8”, and upload that file.';
const sendCsv = 'Upload the .csv that you edited, or a .zip with that one .csv in it.';

const advice: Record<Exclude<FileType, 'text' | 'empty'>, readonly [what: string, hint: string]> = {
  xlsx: ['an Excel workbook (.xlsx)', saveAsCsv],
  xls: ['an old or a protected Excel workbook (.xls)', saveAsCsv],
  ods: [
    'a LibreOffice document (.ods)',
    'Open it in LibreOffice, choose “Save as”, type “Text CSV” with the character set “Unicode (UTF-8)”, and upload that file.',
  ],
  numbers: ['an Apple Numbers document', 'In Numbers, choose “File”, “Export to”, “CSV”, and upload that file.'],
  document: ['a text document or a presentation', sendCsv],
  gzip: ['a gzip archive (.gz)', 'Unpack it, and upload the .csv or a .zip with that .csv in it.'],
  pdf: ['a PDF document', sendCsv],
  image: ['a picture', sendCsv],
  binary: ['not a text file', sendCsv],
  zip: ['a .zip', 'Unpack it, and upload the .csv in it.'],
};

/** A file that calls itself CSV, or is called so, and is something else: what it is and what to do. `subject` starts the sentence. */
export function notCsv(type: keyof typeof advice, subject: string): FileProblem {
  const [what, hint] = advice[type];
  return new FileProblem('FILE_NOT_CSV', `${subject} is ${what}, not a CSV file.`, { hint });
}

export const fileTooLarge = (maxBytes: number): FileProblem =>
  new FileProblem(
    'FILE_TOO_LARGE',
    `The file is larger than ${readableSize(maxBytes)}, the most that can be uploaded.`,
    {
      hint: 'Split it into several files that each have the header line, or put it into a .zip.',
    },
  );

/** A web page or XML, which some programs export under the name .xls or .csv. */
const isMarkup = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(Buffer.from(head).toString('latin1', 0, 200));

/**
 * @param head the first 4 kB of a file, or all of it
 * @param subject starts the sentence
 * @throws FileProblem FILE_NOT_CSV when they are no text
 */
export function requireText(head: Uint8Array, subject: string): void {
  const type = sniff(head);
  if (type === 'empty') return;
  if (type !== 'text') throw notCsv(type, subject);
  if (isMarkup(head)) {
    throw new FileProblem('FILE_NOT_CSV', `${subject} is a web page or XML, not a CSV file.`, { hint: saveAsCsv });
  }
}

/**
 * By its first bytes: can this be a CSV, or hold one?
 *
 * @param head the first 4 kB of a file, or all of it
 * @throws FileProblem FILE_EMPTY, FILE_NOT_CSV
 */
export function requireCsvOrZip(head: Uint8Array): 'csv' | 'zip' {
  if (head.length === 0) {
    throw new FileProblem('FILE_EMPTY', 'The file is empty: there is nothing in it at all.', {
      hint: 'Look whether it was saved and whether it is the right one, and upload the .csv that you edited.',
    });
  }
  if (sniff(head) === 'zip') return 'zip';
  requireText(head, 'The file');
  return 'csv';
}

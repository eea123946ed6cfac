import { FileProblem } from './file-problem.errors.js';
import type { FileType } from './sniff.js';

const saveAsCsv = 'Open it in your spreadsheet program, choose “Save as”, type “CSV UTF-8”, and upload that file.';
const sendCsv = 'Upload the .csv that you edited, or a .zip with that one .csv in it.';

const advice: Partial<Record<FileType, readonly [what: string, hint: string]>> = {
  xlsx: ['an Excel workbook (.xlsx)', saveAsCsv],
  xls: ['an old or a protected Excel workbook (.xls)', saveAsCsv],
  ods: [
    'a LibreOffice document (.ods)',
    'Open it in LibreOffice, choose “Save as”, type “Text CSV” with the character set “Unicode (UTF-8)”, and upload that file.',
  ],
  gzip: ['a gzip archive (.gz)', 'Unpack it, and upload the .csv or a .zip with that .csv in it.'],
  pdf: ['a PDF document', sendCsv],
  image: ['a picture', sendCsv],
  binary: ['not a text file', sendCsv],
  zip: ['a .zip', 'Unpack it, and upload the .csv in it.'],
};

/** A file that calls itself CSV, or is called so, and is something else: what it is and what to do. `subject` starts the sentence. */
export function notCsv(type: FileType, subject: string): FileProblem {
  const [what, hint] = advice[type] ?? advice.binary!;
  return new FileProblem('FILE_NOT_CSV', `${subject} is ${what}, not a CSV file.`, { hint });
}

/** A web page or XML, which some programs export under the name .xls or .csv. */
export const isMarkup = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(Buffer.from(head).toString('latin1', 0, 200));

export const notCsvButMarkup = (subject: string): FileProblem =>
  new FileProblem('FILE_NOT_CSV', `${subject} is a web page or XML, not a CSV file.`, { hint: saveAsCsv });

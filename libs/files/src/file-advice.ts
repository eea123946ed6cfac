import { FileProblem, type FileProblemPlace } from './file-problem.errors.js';
import { readableSize } from './readable-size.js';
import { type FileType, sniff } from './sniff.js';

const saveAsXlsx =
  'Open it in your spreadsheet program, choose “Save as”, type “Excel workbook (.xlsx)”, and upload that file.';
const sendTable = 'Upload the .xlsx or .csv that you edited, or a .zip with that one file in it.';

const advice: Record<Exclude<FileType, 'text' | 'empty' | 'xlsx'>, readonly [what: string, hint: string]> = {
  xls: [
    'an old or a protected Excel workbook (.xls)',
    'Open it in your spreadsheet program, take its password away if it has one, choose “Save as”, type “Excel workbook (.xlsx)”, and upload that file.',
  ],
  encrypted: [
    'an Excel workbook that is protected by a password',
    'Open it in your spreadsheet program, choose “Save as” without a password, type “Excel workbook (.xlsx)”, and upload that file.',
  ],
  xlsb: ['a binary Excel workbook (.xlsb)', saveAsXlsx],
  ods: [
    'a LibreOffice document (.ods)',
    'Open it in LibreOffice, choose “Save as”, type “Excel 2007–365 (.xlsx)”, and upload that file.',
  ],
  numbers: ['an Apple Numbers document', 'In Numbers, choose “File”, “Export to”, “Excel”, and upload that .xlsx.'],
  document: ['a text document or a presentation', sendTable],
  gzip: ['a gzip archive (.gz)', 'Unpack it, and upload the .xlsx or .csv, or a .zip with that file in it.'],
  pdf: ['a PDF document', sendTable],
  image: ['a picture', sendTable],
  binary: ['not a text file', sendTable],
  zip: ['a .zip', 'Unpack it, and upload the .xlsx or .csv in it.'],
};

/** A file that calls itself a table, or is called so, and is something else: what it is and what to do. `subject` starts the sentence. */
export function notATable(type: keyof typeof advice, subject: string): FileProblem {
  const [what, hint] = advice[type];
  return new FileProblem('FILE_NOT_CSV', `${subject} is ${what}, and neither a CSV file nor an .xlsx workbook.`, {
    hint,
  });
}

export const fileTooLarge = (maxBytes: number): FileProblem =>
  new FileProblem(
    'FILE_TOO_LARGE',
    `The file is larger than ${readableSize(maxBytes)}, the most that can be uploaded.`,
    {
      hint: 'Split it into several files that each have the header line, or put it into a .zip.',
    },
  );

/** @param detail a sentence; `at` where */
export const workbookDamaged = (detail: string, at: Pick<FileProblemPlace, 'line' | 'part'> = {}): FileProblem =>
  new FileProblem('WORKBOOK_DAMAGED', detail, {
    hint: 'Open it in your spreadsheet program, save it again as “Excel workbook (.xlsx)”, and upload that file; or download the template again.',
    ...at,
  });

/** A web page or XML, which some programs export under the name .xls or .csv. */
const isMarkup = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(Buffer.from(head).toString('latin1', 0, 200));

/**
 * By its first bytes: what may it be read as? The table of contents decides between a .zip and a workbook, which is one.
 *
 * @param head the first 4 kB of a file, or all of it
 * @param subject starts the sentence
 * @throws FileProblem FILE_NOT_CSV when it is neither text nor a .zip
 */
export function requireTable(head: Uint8Array, subject: string): 'csv' | 'zip' | 'xlsx' {
  const type = sniff(head);
  if (type === 'zip' || type === 'xlsx') return type;
  if (type === 'empty') return 'csv';
  if (type !== 'text') throw notATable(type, subject);
  if (isMarkup(head)) {
    throw new FileProblem(
      'FILE_NOT_CSV',
      `${subject} is a web page or XML, and neither a CSV file nor an .xlsx workbook.`,
      { hint: saveAsXlsx },
    );
  }
  return 'csv';
}

/** As `requireTable`, of the file that is uploaded. @throws FileProblem FILE_EMPTY, FILE_NOT_CSV */
export function requireUpload(head: Uint8Array): 'csv' | 'zip' | 'xlsx' {
  if (head.length === 0) {
    throw new FileProblem('FILE_EMPTY', 'The file is empty: there is nothing in it at all.', {
      hint: 'Look whether it was saved and whether it is the right one, and upload the file that you edited.',
    });
  }
  return requireTable(head, 'The file');
}

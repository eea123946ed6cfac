import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { FileProblem, type FileProblemPlace } from './file-problem.errors.js';
import { readableSize } from './readable-size.js';
import { type FileType, sniff } from './sniff.js';

const saveAsXlsx = sentence('save-as-xlsx');
const uploadTable = sentence('upload-table');

/** What to do with what is no table. */
const advice: Record<Exclude<FileType, 'text' | 'empty' | 'xlsx'> | 'markup', Sentence> = {
  xls: sentence('save-as-xlsx-unprotected'),
  encrypted: sentence('save-as-xlsx-without-password'),
  xlsb: saveAsXlsx,
  ods: sentence('save-as-xlsx-in-libreoffice'),
  numbers: sentence('export-from-numbers'),
  document: uploadTable,
  gzip: sentence('unpack-archive'),
  pdf: uploadTable,
  image: uploadTable,
  binary: uploadTable,
  zip: sentence('unpack-zip'),
  markup: saveAsXlsx,
};

/**
 * A file that calls itself a table, or is called so, and is something else: what it is and what to do.
 *
 * @param name of a file in a .zip
 */
export function notATable(type: keyof typeof advice, name?: string): FileProblem {
  const subject = name === undefined ? 'file' : 'zipped';
  return new FileProblem('FILE_NOT_CSV', [sentence('file-no-table', { subject, name: name ?? '', type })], {
    hint: [advice[type]],
  });
}

export const fileTooLarge = (maxBytes: number): FileProblem =>
  new FileProblem('FILE_TOO_LARGE', [sentence('file-too-large', readableSize(maxBytes))], {
    hint: [sentence('file-too-large-how')],
  });

/** @param at where */
export const workbookDamaged = (detail: Sentence, at: Pick<FileProblemPlace, 'line' | 'part'> = {}): FileProblem =>
  new FileProblem('WORKBOOK_DAMAGED', [detail], { hint: [sentence('workbook-damaged-how')], ...at });

/** A web page or XML, which some programs export under the name .xls or .csv. */
const isMarkup = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|meta)\b/i.test(Buffer.from(head).toString('latin1', 0, 200));

/**
 * By its first bytes: what may it be read as? The table of contents decides between a .zip and a workbook, which is one.
 *
 * @param head the first 4 kB of a file, or all of it
 * @param name of a file in a .zip
 * @throws FileProblem FILE_NOT_CSV when it is neither text nor a .zip
 */
export function requireTable(head: Uint8Array, name?: string): 'csv' | 'zip' | 'xlsx' {
  const type = sniff(head);
  if (type === 'zip' || type === 'xlsx') return type;
  if (type === 'empty') return 'csv';
  if (type !== 'text') throw notATable(type, name);
  if (isMarkup(head)) throw notATable('markup', name);
  return 'csv';
}

/** As `requireTable`, of the file that is uploaded. @throws FileProblem FILE_EMPTY, FILE_NOT_CSV */
export function requireUpload(head: Uint8Array): 'csv' | 'zip' | 'xlsx' {
  if (head.length === 0) {
    throw new FileProblem('FILE_EMPTY', [sentence('file-empty')], { hint: [sentence('file-empty-how')] });
  }
  return requireTable(head);
}

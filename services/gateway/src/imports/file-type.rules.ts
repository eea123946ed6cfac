import { type FileType, sniff } from '@roundtrip/files';
import { Problem } from '../http/problem.errors.js';

/** What a file is and what its owner can do about it; the two kinds that can be a .csv or hold one are not here. */
const others: Record<Exclude<FileType, 'text' | 'zip' | 'empty'>, string> = {
  xlsx: 'This is an Excel workbook. In Excel, use "Save as" and choose "CSV UTF-8".',
  xls: 'This is an old Excel workbook. In Excel, use "Save as" and choose "CSV UTF-8".',
  ods: 'This is a LibreOffice spreadsheet. In LibreOffice, use "Save as" and choose "Text CSV" with UTF-8.',
  pdf: 'This is a PDF. Please upload the .csv, or the .zip that holds it.',
  image: 'This is a picture. Please upload the .csv, or the .zip that holds it.',
  gzip: 'This is a gzip archive. Please unpack it and upload the .csv, or a .zip that holds it.',
  binary: 'This is neither text nor a .zip. Please upload the .csv, or the .zip that holds it.',
};

/** How many bytes tell what a file is. */
export const HEAD_BYTES = 4096;

/** @throws Problem 422 for what cannot be a .csv nor hold one */
export function demandCsvOrZip(head: Uint8Array): void {
  const type = sniff(head);
  if (type === 'text' || type === 'zip') return;
  if (type === 'empty') throw new Problem(422, 'FILE_EMPTY', 'The file is empty. Please look whether it was saved.');
  throw new Problem(422, 'FILE_NOT_CSV', others[type]);
}

import { isZipLitter } from '@roundtrip/contracts/words';
import type { FileInspection } from './file-header.rules.js';

/** What the names in a .zip say of it. Where they do not say it for certain, the server looks. */
export function inspectZip(names: readonly string[]): FileInspection | { is: 'workbook' } {
  const files = names.filter((name) => !name.endsWith('/') && !isZipLitter(name));
  const has = (start: string): boolean => files.some((name) => name.toLowerCase().startsWith(start));
  if (has('[content_types].xml')) {
    if (has('word/') || has('ppt/')) return { is: 'wrong', problem: 'NOT_CSV' };
    return has('xl/workbook.bin') ? { is: 'doubtful', problem: 'XLSB' } : { is: 'workbook' };
  }
  if (has('mimetype') && has('content.xml')) return { is: 'doubtful', problem: 'ODS' };
  if (has('index/document.iwa')) return { is: 'doubtful', problem: 'NUMBERS' };
  if (files.some((name) => /\.(?:csv|xlsx|xlsm)$/i.test(name))) return { is: 'zip' };
  if (files.some((name) => /\.(xls|xlsb|ods|numbers)$/i.test(name))) {
    return { is: 'doubtful', problem: 'SPREADSHEET_IN_ZIP' };
  }
  // The only file may be called as it likes.
  return files.length === 1 ? { is: 'zip' } : { is: 'wrong', problem: 'ZIP_WITHOUT_CSV' };
}

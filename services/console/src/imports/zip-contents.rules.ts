import { isZipLitter } from '@roundtrip/contracts/words';
import type { FileInspection } from './file-header.rules.js';

/** Bytes at the end of a .zip that hold its table of contents, unless it has thousands of files. */
export const CONTENTS_BYTES = 128 * 1024;

const END_OF_CONTENTS = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/** What the names in a .zip say of it, by its last bytes. Where they do not say it for certain, the server looks. */
export function inspectZip(tail: Uint8Array): FileInspection {
  const names = namesIn(tail);
  if (!names) return { is: 'zip' };
  const files = names.filter((name) => !name.endsWith('/') && !isZipLitter(name));
  if (files.includes('[Content_Types].xml')) {
    return files.includes('xl/workbook.bin') ? { is: 'wrong', problem: 'SPREADSHEET' } : { is: 'zip' };
  }
  if (files.includes('mimetype') && files.includes('content.xml')) return { is: 'wrong', problem: 'SPREADSHEET' };
  if (files.some((name) => /\.(?:csv|xlsx|xlsm)$/i.test(name))) return { is: 'zip' };
  if (files.some((name) => /\.(xls|xlsb|ods|numbers)$/i.test(name))) {
    return { is: 'wrong', problem: 'SPREADSHEET_IN_ZIP' };
  }
  // The only file may be called as it likes.
  return files.length === 1 ? { is: 'zip' } : { is: 'wrong', problem: 'ZIP_WITHOUT_CSV' };
}

/** @returns undefined when the table of contents is not there as a whole */
function namesIn(tail: Uint8Array): string[] | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = tail.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_CONTENTS) end--;
  if (end < 0) return undefined;
  let at = end - view.getUint32(end + 12, true);
  const names: string[] = [];
  while (at >= 0 && at + ENTRY_BYTES <= end && view.getUint32(at, true) === ENTRY) {
    const nameBytes = view.getUint16(at + 28, true);
    const moreBytes = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    names.push(new TextDecoder().decode(tail.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)));
    at += ENTRY_BYTES + nameBytes + moreBytes;
  }
  return names.length === view.getUint16(end + 10, true) ? names : undefined;
}

import { isUtf8 } from 'node:buffer';

export type FileType =
  | 'zip'
  | 'gzip'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  | 'xls'
  | 'encrypted'
  | 'document'
  | 'pdf'
  | 'image'
  | 'text'
  | 'binary'
  | 'empty';

const signatures: readonly [start: string, type: FileType][] = [
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08', 'zip'],
  ['\x1f\x8b', 'gzip'],
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF87a', 'image'],
  ['GIF89a', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  // UTF-16 that says so.
  ['\xff\xfe', 'text'],
  ['\xfe\xff', 'text'],
];

/** An old .xls, and the hull that a password puts around any workbook: its table of contents says so, if it lies near the beginning. */
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const encryptedPackage = Array.from('EncryptedPackage').join('\0');

/** A zip by its first entries: they tell an office document. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7 */
function zipType(head: string): FileType {
  const entries = head.split('PK\x03\x04').slice(1).map(localEntry);
  const [first] = entries;
  if (!first) return 'zip';
  if (/^(?:\[Content_Types\]\.xml$|_rels\/\.rels$|docProps\/|(?:xl|word|ppt)\/.+\.xml$)/.test(first.name)) {
    return entries.some(({ name }) => /^(?:word|ppt)\//.test(name)) ? 'document' : 'xlsx';
  }
  if (first.name.startsWith('Index/Document.iwa')) return 'numbers';
  const openDocument = 'application/vnd.oasis.opendocument.';
  if (first.name !== 'mimetype' || !first.content.startsWith(openDocument)) return 'zip';
  return first.content.startsWith('spreadsheet', openDocument.length) ? 'ods' : 'document';
}

/** @param bytes from behind the signature of a local file header */
function localEntry(bytes: string): { name: string; content: string } {
  const nameEnd = 26 + (bytes.charCodeAt(22) | (bytes.charCodeAt(23) << 8));
  const extraLength = bytes.charCodeAt(24) | (bytes.charCodeAt(25) << 8);
  return { name: bytes.slice(26, nameEnd), content: bytes.slice(nameEnd + extraLength) };
}

/** Control characters that no text file has: TAB to CR, and Ctrl-Z at the end of old ones, are left out. */
const isStrange = (byte: number): boolean =>
  (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) || byte === 0x7f;

function isText(head: Uint8Array): boolean {
  let strange = 0;
  let nulls = 0;
  for (const byte of head) {
    if (isStrange(byte)) strange++;
    if (byte === 0) nulls++;
  }
  // UTF-16 without a mark: it is text, even if we shall refuse it for its encoding.
  if (nulls > head.length / 3 && strange === nulls) return true;
  // The head may end inside a character.
  const utf8 = [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, Math.max(0, head.length - cut))));
  return strange <= head.length * (utf8 ? 0.3 : 0.02);
}

/** What a file is, by its first bytes (at least 512 of them when it has as many), whatever its name says. */
export function sniff(head: Uint8Array): FileType {
  if (head.length === 0) return 'empty';
  const latin1 = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (latin1.startsWith('PK\x03\x04')) return zipType(latin1);
  const known = signatures.find(([start]) => latin1.startsWith(start));
  if (known) return known[1];
  if (latin1.startsWith(compoundFile)) return latin1.includes(encryptedPackage) ? 'encrypted' : 'xls';
  if (/^(?:RIFF[^]{4}WEBP|[^]{4}ftyp(?:heic|heix|mif1|avif))/.test(latin1)) return 'image';
  return isText(head) ? 'text' : 'binary';
}

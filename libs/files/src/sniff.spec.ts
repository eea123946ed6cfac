import { randomBytes } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createZip } from './create-zip.js';
import { sniff } from './sniff.js';
import { Readable } from 'node:stream';

const zipOf = async (name: string, content: string): Promise<Buffer> =>
  Buffer.concat(await createZip([{ name, content: Readable.from([Buffer.from(content)]) }]).toArray());

describe('what a file is', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('CONTACT_NUMBER;EMAIL\r\n1;a@example.org\r\n')],
    ['text', Buffer.from('\uFEFFCONTACT_NUMBER;[new] A\r\n')],
    ['text', Buffer.from('\uFEFFCONTACT_NUMBER', 'utf16le')],
    ['text', Buffer.from('CONTACT_NUMBER;EMAIL', 'utf16le')],
    ['text', Buffer.from('Zo\xeb;caf\xe9\n', 'latin1')],
    ['text', Buffer.from('a;b\n1;\0\n')],
    ['text', Buffer.from('PKW;Auto\n')],
    ['text', Buffer.from('Zürich €'.repeat(60)).subarray(0, 511)],
    ['gzip', gzipSync('a')],
    ['pdf', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1')],
    ['image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
    [
      'encrypted',
      Buffer.from(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0${Array.from('EncryptedPackage').join('\0')}\0`, 'latin1'),
    ],
    ['zip', Buffer.from('PK\x05\x06')],
    ['binary', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1')],
    ['binary', deflateRawSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i) % 251))).subarray(0, 512)],
    ['binary', randomBytes(4096)],
  ])('%s', (type, head) => {
    expect(sniff(head)).toBe(type);
  });

  it.each([
    ['zip', 'a.csv', 'CONTACT_NUMBER'],
    ['xlsx', '[Content_Types].xml', '<?xml'],
    ['xlsx', 'xl/workbook.xml', '<?xml'],
    ['zip', 'xl/a.csv', 'CONTACT_NUMBER'],
    ['document', 'word/document.xml', '<?xml'],
    ['numbers', 'Index/Document.iwa', ''],
  ])('%s by the first entry %s', async (type, name, content) => {
    expect(sniff(await zipOf(name, content))).toBe(type);
  });

  it('ods by the media type that it holds first and unpacked', () => {
    const name = 'mimetype';
    const content = 'application/vnd.oasis.opendocument.spreadsheet';
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04');
    header.writeUInt16LE(name.length, 26);
    expect(sniff(Buffer.concat([header, Buffer.from(name + content)]))).toBe('ods');
  });
});

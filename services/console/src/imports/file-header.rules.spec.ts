import { describe, expect, it } from '@jest/globals';
import { inspectFile } from './file-header.rules.js';

const authorisations = new Set(['EMAIL', 'PHONE', 'REÇU']);
const inspect = (content: string | number[], encoding: BufferEncoding = 'utf8') =>
  inspectFile(typeof content === 'string' ? Buffer.from(content, encoding) : Uint8Array.from(content), authorisations);

describe('what the first bytes of a file show', () => {
  it.each<{ file: string; content: string; encoding?: BufferEncoding }>([
    { file: 'the template of criteria', content: '\ufeffCONTACT_NUMBER,EMAIL,[old] JOB - Job,[new] JOB - Job\r\n1,,,' },
    { file: 'with semicolons and quotes', content: '"CONTACT_NUMBER";"[new] JOB - Job, or none"\r\n' },
    { file: 'with tabs', content: 'CONTACT_NUMBER\t[new] JOB - Job\n' },
    { file: 'after sep=', content: 'sep=;\r\nCONTACT_NUMBER;[new] JOB - Job\r\n' },
    { file: 'in UTF-16', content: '\ufeffCONTACT_NUMBER\t[new] JOB - Job\r\n', encoding: 'utf16le' },
    {
      file: 'with one code that is no authorisation',
      content: 'CONTACT_NUMBER,[new] EMAIL - E-mail,[new] JOB - Job\n',
    },
  ])('finds criteria in $file', ({ content, encoding }) => {
    expect(inspect(content, encoding)).toMatchObject({ is: 'csv', dataType: 'criteria' });
  });

  it('finds authorisations and contacts by their columns', () => {
    expect(inspect('CONTACT_NUMBER,[old] EMAIL - E-mail,[new] EMAIL - E-mail\n')).toEqual({
      is: 'csv',
      dataType: 'authorisations',
      columns: 1,
    });
    expect(inspect('CONTACT_NUMBER,[new] REÇU - Reçu\n', 'latin1')).toMatchObject({ dataType: 'authorisations' });
    expect(inspect('CONTACT_NUMBER;LAST_NAME;CITY\n')).toEqual({ is: 'csv', dataType: 'contacts', columns: 2 });
    expect(inspect('Contact number;"Last name";City\n')).toEqual({ is: 'csv', dataType: 'contacts', columns: 2 });
    expect(inspect('\u200bcontactnumber;City\n')).toMatchObject({ dataType: 'contacts' });
  });

  it.each<[string, string | number[]]>([
    ['FILE_EMPTY', []],
    ['NOT_CSV', '%PDF-1.7'],
    ['NOT_CSV', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['NOT_CSV', [0x41, 0, 0, 0]],
    ['NO_CONTACT_NUMBER', 'a,b,c\n1,2,3\n'],
    ['NO_NEW_COLUMN', 'CONTACT_NUMBER,[old] JOB - Job\n'],
    ['NO_NEW_COLUMN', 'CONTACT_NUMBER\n'],
  ])('says %s of a file that cannot be used', (problem, content) => {
    expect(inspect(content)).toEqual({ is: 'wrong', problem });
  });

  it.each<[string, string | number[]]>([
    ['ODS', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['ENCRYPTED', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, ...Buffer.from('EncryptedPackage', 'utf16le')]],
  ])('says %s of a spreadsheet document that the server will hardly read', (problem, content) => {
    expect(inspect(content)).toEqual({ is: 'doubtful', problem });
  });

  it('does not look into a zip', () => {
    expect(inspect('PK\x03\x04 contact-criteria_X.csv')).toEqual({ is: 'zip' });
    expect(inspect('PK\x03\x04..............................xl/workbook.xml')).toEqual({ is: 'zip' });
  });
});

import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ZipArchive } from 'archiver';
import { CONTENTS_BYTES, inspectZip } from './zip-contents.rules.js';

const zipOf = async (...names: string[]): Promise<Buffer> => {
  const zip = new ZipArchive();
  for (const name of names) zip.append(name.endsWith('/') ? '' : 'CONTACT_NUMBER,[new] A - B\r\n', { name });
  const [bytes] = await Promise.all([buffer(zip), zip.finalize()]);
  return bytes;
};
const inspection = async (...names: string[]) => inspectZip((await zipOf(...names)).subarray(-CONTENTS_BYTES));

describe('the inspection of a zip', () => {
  it.each([
    ['one .csv', ['contact-criteria_X.csv']],
    ['the parts of a template', ['x_1.csv', 'x_2.csv']],
    ['a .csv among what macOS adds', ['Été.CSV', '__MACOSX/._Été.CSV', '.DS_Store']],
    ['a .csv beside something else: the server says it better', ['x.csv', 'x.xlsx']],
    ['one file of any name', ['export.txt']],
    ['a workbook', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['a .zip with a workbook', ['folder/', 'folder/Contacts.xlsx']],
  ])('leaves %s to the server', async (_, names) => {
    expect(await inspection(...names)).toEqual({ is: 'zip' });
  });

  it.each([
    ['SPREADSHEET_IN_ZIP', ['folder/', 'folder/Contacts.xls']],
    ['SPREADSHEET_IN_ZIP', ['a.ODS', 'lisez-moi.txt']],
    ['SPREADSHEET', ['[Content_Types].xml', 'xl/workbook.bin']],
    ['SPREADSHEET', ['mimetype', 'content.xml', 'meta.xml']],
    ['ZIP_WITHOUT_CSV', ['a.jpg', 'b.jpg']],
    ['ZIP_WITHOUT_CSV', ['empty/', '__MACOSX/._x.csv']],
  ])('says %s of %j', async (problem, names) => {
    expect(await inspection(...names)).toEqual({ is: 'wrong', problem });
  });

  it('says nothing about contents that are not there as a whole', async () => {
    const bytes = await zipOf('a.xlsx', 'b.xlsx');
    expect(inspectZip(bytes.subarray(-60))).toEqual({ is: 'zip' });
    expect(inspectZip(bytes.subarray(0, -1))).toEqual({ is: 'zip' });
    expect(inspectZip(new Uint8Array())).toEqual({ is: 'zip' });
  });
});

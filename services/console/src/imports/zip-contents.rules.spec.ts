import { describe, expect, it } from '@jest/globals';
import { inspectZip } from './zip-contents.rules.js';

describe('the inspection of a zip', () => {
  it.each([
    ['one .csv', ['contact-criteria_X.csv']],
    ['the parts of a template', ['x_1.csv', 'x_2.csv']],
    ['a .csv among what macOS adds', ['Été.CSV', '__MACOSX/._Été.CSV', '.DS_Store']],
    ['a .csv beside something else: the server says it better', ['x.csv', 'x.xlsx']],
    ['one file of any name', ['export.txt']],
    ['a .zip with a workbook', ['folder/', 'folder/Contacts.xlsx']],
  ])('leaves %s to who looks into it', (_, names) => {
    expect(inspectZip(names)).toEqual({ is: 'zip' });
  });

  it('knows a workbook, which is a zip', () => {
    expect(inspectZip(['[Content_Types].xml', 'xl/workbook.xml'])).toEqual({ is: 'workbook' });
  });

  it.each([
    ['SPREADSHEET_IN_ZIP', ['folder/', 'folder/Contacts.xls']],
    ['SPREADSHEET_IN_ZIP', ['a.ODS', 'lisez-moi.txt']],
    ['XLSB', ['[Content_Types].xml', 'xl/workbook.bin']],
    ['ODS', ['mimetype', 'content.xml', 'meta.xml']],
    ['NUMBERS', ['Index/Document.iwa', 'Metadata/Properties.plist']],
  ])('doubts, by %s, that %j can be read', (problem, names) => {
    expect(inspectZip(names)).toEqual({ is: 'doubtful', problem });
  });

  it.each([
    ['ZIP_WITHOUT_CSV', ['a.jpg', 'b.jpg']],
    ['ZIP_WITHOUT_CSV', ['empty/', '__MACOSX/._x.csv']],
    ['NOT_CSV', ['[Content_Types].xml', 'word/document.xml']],
  ])('says %s of %j', (problem, names) => {
    expect(inspectZip(names)).toEqual({ is: 'wrong', problem });
  });
});

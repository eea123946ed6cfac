import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Plan, type PlannedLine, type TemplateDataType } from '@roundtrip/contracts';
import { type WholeDatabase } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import {
  makeSheetInstitution,
  sheetContacts,
  spreadsheetFixture,
  startOnOwnDatabase,
  type TestService,
} from '@roundtrip/test-kit';
import { inWords } from './in-words.js';
import { AppModule } from '../src/app.module.js';
import { ImportValidationConfig } from '../src/config.js';
import { givenUpload, readPlan, receivesRequest, requestOf } from './uploads.js';

/**
 * Files that a real LibreOffice saved after an officer's edits (`npm run fixtures:spreadsheets`), one line of the file after the other:
 * what came through unharmed, and what is named as damage. What only the database can tell is in libs/testing/e2e/spreadsheets.e2e.spec.ts.
 */

describe('a file that LibreOffice has saved', () => {
  let database: WholeDatabase;
  let store: ObjectStore;
  let service: TestService;
  let close: () => Promise<void>;
  let importId: string;
  const institution = `sheets-${randomBytes(4).toString('hex')}`;

  beforeAll(async () => {
    ({ database, service, store, close } = await startOnOwnDatabase(AppModule, {
      name: 'import-validation',
      config: ImportValidationConfig,
    }));
    await makeSheetInstitution(database, institution);
  });
  afterAll(() => close());
  beforeEach(() => {
    importId = `imp_${randomBytes(8).toString('hex')}`;
  });

  const examine = async (name: string, dataType: TemplateDataType = 'criteria', of = institution) => {
    await givenUpload(store, importId, spreadsheetFixture(name));
    await receivesRequest(service, database, requestOf(importId, of, { dataType }));
    const outcome = await database.validations.findOne({ _id: importId });
    const { plan } = outcome ?? {};
    const lines = plan ? (await readPlan(store, importId, plan.chunks)).flat() : [];
    return { outcome, plan, lines, told: plan ? lines.flatMap((line) => tell(line, plan)) : [] };
  };
  const unharmed = sheetContacts.map(({ contactNumber }) => contactNumber);

  it('as all text comes back as the template was, line breaks and guarded formulas included', async () => {
    const template = await examine('template-criteria.csv');
    importId = `${importId}b`;
    const saved = await examine('opened-as-text-and-saved.en-US.csv');
    expect(saved.lines.map(({ contactNumber }) => contactNumber)).toEqual(unharmed);
    expect(saved.lines.map(({ raw }) => raw)).toEqual(template.lines.map(({ raw }) => raw));
    expect(saved.told).toEqual([]);
    expect([template.plan?.delimiter, saved.plan?.delimiter]).toEqual([';', ',']);
    expect(saved.plan?.warnings).toEqual([]);
  });

  it('as it opens by default has lost zeros and digits of its numbers, and says so where that is certain', async () => {
    const { lines, told } = await examine('opened-and-saved.en-US.csv');
    const numbers = ['101', '102', '103', '104', '105', '106', '107', '108', undefined, undefined, '2-3', 'ORG-000007'];
    expect(lines.map(({ contactNumber }) => contactNumber)).toEqual(numbers);
    expect(told).toEqual([
      '10: TEXT_TOO_LONG CONTACT_NUMBER 1.23456789012346E+017',
      '11: TEXT_TOO_LONG CONTACT_NUMBER 1.23456789012346E+018',
    ]);
  });

  it.each<[name: string, dataType: TemplateDataType, delimiter: string, told: string[]]>([
    [
      'edited-as-text.en-US.csv',
      'criteria',
      ',',
      [
        // Typed was 02: columns that were opened as text keep what is there, not what is typed.
        '2: CODE_UNKNOWN [new] JOB - Profession 2',
        '3: LIKES ["OPERA","ÉTÉ"] → ["DANCE","ÉTÉ"]',
        '4: MEMBER false → true',
        '5: GIFTS -3 → 1234.5',
        '6: VISIT none → "2025-03-31"',
        // Typed was =1+1: nobody can know that the 2 is the result of a formula.
        '7: NOTE "two\\nlines; \\"quoted\\"" → "2"',
        '8: NOTE none → none',
      ],
    ],
    [
      'edited-as-unicode-text.en-US.csv',
      'criteria',
      '\t',
      ['3: LIKES ["OPERA","ÉTÉ"] → ["ÉTÉ"]', '4: NOTE "Łódź, then Paris" → "Łódź 😀"'],
    ],
    [
      'edited.fr-FR.csv',
      'criteria',
      ';',
      [
        '2: MEMBER true → true',
        '4: MEMBER false → false',
        // Windows-1252 has no Ł: as it is not what the template held, nothing is applied before somebody looks.
        '4: NOTE "?ód?, then Paris" → "été à ?ód?"',
        '5: GIFTS -3 → 1234.5',
        '6: NUMBER_INVALID [new] GIFTS - Gifts of the year 1,23456789012346E+022',
        '6: DATE_INVALID [new] VISIT - Last visit 31/12/24',
        '7: VISIT none → "2024-12-31"',
      ],
    ],
    [
      'edited.de-DE.csv',
      'criteria',
      ';',
      [
        '2: MEMBER true → true',
        '2: CODE_UNKNOWN [new] JOB - Profession 1',
        '3: JOB "TEACHER" → "1-2"',
        '4: MEMBER false → false',
        '5: GIFTS -3 → 1234.5',
        '6: GIFTS none → 1234.5',
        '6: DATE_INVALID [new] VISIT - Last visit 31.12.24',
        '7: VISIT none → "2024-12-31"',
        '8: VISIT none → "2024-12-31"',
        '9: NOTE "\'already quoted" → "2"',
        // Typed was '=1+1: a formula that is text on purpose stays text.
        '10: NOTE none → "=1+1"',
        '10: TEXT_TOO_LONG CONTACT_NUMBER 1,23456789012346E+017',
        '11: TEXT_TOO_LONG CONTACT_NUMBER 1,23456789012346E+018',
      ],
    ],
    [
      'dates-as-numbers.fr-FR.csv',
      'criteria',
      ';',
      [
        '2: DATE_INVALID [new] VISIT - Last visit 45292',
        '3: DATE_INVALID [new] VISIT - Last visit 45351',
        '10: TEXT_TOO_LONG CONTACT_NUMBER 1,23456789012346E+017',
        '11: TEXT_TOO_LONG CONTACT_NUMBER 1,23456789012346E+018',
      ],
    ],
    [
      'dates-month-first.en-US.csv',
      'criteria',
      ',',
      [
        // 01/03/2024 was the third of January: that cannot be known. The [old] cell was turned, too, and will conflict.
        '2: VISIT "2024-02-01" → "2024-03-01"',
        '4: DATE_INVALID [new] VISIT - Last visit 12/30/2024',
      ],
    ],
    [
      'cells-shifted.fr-FR.csv',
      'criteria',
      ';',
      [
        '2: CODE_UNKNOWN [new] LIKES - Goûts TRUE',
        '2: NUMBER_INVALID [new] GIFTS - Gifts of the year 2024-01-02',
        '3: CODE_UNKNOWN [new] JOB - Profession OPERA',
        '3: CODE_UNKNOWN [new] LIKES - Goûts FALSE',
        '4: ROW_WIDTH',
        '5: GIFTS none → -3',
        '5: NOTE none → "=SUM(A1:A9)"',
        '5: CONTACT_NUMBER_MISSING CONTACT_NUMBER',
      ],
    ],
    [
      'consents.fr-FR.csv',
      'authorisations',
      ';',
      [
        '2: EMAIL true → false',
        '3: EMAIL false → true',
        '4: EMAIL none → true',
        '5: BOOLEAN_INVALID [new] EMAIL - By e-mail oui',
        '6: BOOLEAN_INVALID [new] EMAIL - By e-mail 0',
        '7: BOOLEAN_INVALID [new] EMAIL - By e-mail #NAME?',
        '8: EMAIL none → true',
        '9: EMAIL true → none',
      ],
    ],
    // Only the contacts can tell that this one is wrong.
    ['email-sorted-apart.en-US.csv', 'authorisations', ',', ['4: EMAIL none → true']],
  ])('%s is read line by line as it was meant, or the damage is named', async (name, dataType, delimiter, told) => {
    const found = await examine(name, dataType);
    expect(found.plan).toMatchObject({ lines: sheetContacts.length, delimiter });
    expect(found.told).toEqual(told);
  });

  const typedEverywhere = ['2: JOB "01" → "02"', '5: GIFTS -3 → 1234.5', '6: VISIT none → "2025-03-31"'];
  describe.each<[language: string, told: string[]]>([
    [
      'en-US',
      [
        '3: LIKES ["OPERA","ÉTÉ"] → ["DANCE","ÉTÉ"]',
        '4: MEMBER false → true',
        '7: NOTE "two\\nlines; \\"quoted\\"" → "00123"',
      ],
    ],
    [
      'fr-FR',
      [
        '3: LIKES ["OPERA","ÉTÉ"] → ["DANCE"]',
        '4: MEMBER false → true',
        '4: VISIT "2024-12-31" → none',
        '7: NOTE "two\\nlines; \\"quoted\\"" → "été"',
      ],
    ],
    [
      'de-DE',
      [
        '3: LIKES ["OPERA","ÉTÉ"] → ["ÉTÉ"]',
        '4: MEMBER false → true',
        '4: VISIT "2024-12-31" → none',
        '7: NOTE "two\\nlines; \\"quoted\\"" → "1-2"',
      ],
    ],
  ])('as a workbook, on a machine set to %s', (language, told) => {
    it.each(['workbook-edited', 'workbook-edited-as-ods'])(
      'comes back (%s) with what was typed, nothing damaged, and the locked cells as they were',
      async (name) => {
        const template = await examine('template-criteria.xlsx');
        importId = `${importId}b`;
        const edited = await examine(`${name}.${language}.xlsx`);
        expect(edited.told.toSorted()).toEqual([...typedEverywhere, ...told, '8: NOTE none → none'].toSorted());
        expect(edited.plan?.warnings).toEqual([]);
        const kept = ({ lines, plan }: typeof edited) => {
          const typed = new Set(plan!.fields.map(({ newColumn }) => newColumn));
          return lines.map(({ raw }) => raw.filter((_, column) => !typed.has(column)));
        };
        expect(kept(edited)).toEqual(kept(template));
      },
    );
  });

  it.each([
    ['opened-and-saved.en-US.csv', 10, 'took a long number for a quantity', 'Take the number from the template again.'],
    ['edited-as-text.en-US.csv', 2, 'took it for a number, and dropped the zeros', 'Did you mean 02?'],
    ['edited.fr-FR.csv', 6, 'took a long number for a quantity', 'Write digits only'],
    ['edited.fr-FR.csv', 6, 'shortened it: day and month take two digits, and the year takes four', 'as in 2025-03-31'],
    ['dates-as-numbers.fr-FR.csv', 2, 'how a spreadsheet counts days', 'Did you mean 2024-01-01?'],
    ['dates-month-first.en-US.csv', 4, 'month seems to stand before the day', 'Did you mean 30/12/2024?'],
    ['cells-shifted.fr-FR.csv', 2, 'a value of MEMBER, the field beside', 'move its cells back under their columns'],
    ['cells-shifted.fr-FR.csv', 3, 'a value of LIKES, the field beside', 'move its cells back under their columns'],
    [
      'cells-shifted.fr-FR.csv',
      4,
      'The row has 17 cells, and the header line has 16',
      'move cells back that were shifted',
    ],
    ['cells-shifted.fr-FR.csv', 5, 'no contact number', 'they were shifted: move them back'],
  ])('%s, line %d: the message says “%s”, and the hint “%s”', async (name, line, says, hint) => {
    const { lines } = await examine(name);
    expect(lines.flatMap(({ issues }) => issues.map(inWords))).toContainEqual(
      expect.objectContaining({
        line,
        message: expect.stringContaining(says),
        hint: expect.stringContaining(hint),
      }),
    );
  });

  it('in Windows-1252 is read so by its names, and warned of', async () => {
    const { plan, lines } = await examine('edited.fr-FR.csv');
    expect(plan?.warnings.map(inWords)).toMatchObject([
      {
        code: 'ENCODING_DETECTED',
        message: expect.stringContaining('Windows-1252'),
        hint: expect.stringContaining('question marks'),
      },
    ]);
    expect(lines[0]?.raw.slice(2, 4)).toEqual(['Lefèvre', 'Zoé']);
  });

  it.each<[charset: string, called: string, names: [lastName: string, firstName: string][], text: string]>([
    ['macintosh', 'Mac Roman', [], 'déjà à Nîmes'],
    ['windows-1250', 'Windows-1250', [], 'příště v Łodzi'],
    [
      'windows-1251',
      'Windows-1251',
      [
        ['Чехова', 'Анна'],
        ['Гоголь', 'Николай'],
      ],
      'опера',
    ],
    [
      'windows-1253',
      'Windows-1253',
      [
        ['Παπαδοπούλου', 'Ελένη'],
        ['Καζαντζάκης', 'Νίκος'],
      ],
      'όπερα',
    ],
  ])('in %s is read so by its names', async (charset, called, names, text) => {
    const of = `${institution}-${charset}`;
    await makeSheetInstitution(database, of);
    for (const [at, [lastName, firstName]] of names.entries()) {
      await database.contacts.updateOne({ _id: `${of}:00010${at + 1}` }, { $set: { lastName, firstName } });
    }
    const { plan, lines } = await examine(`saved-as-${charset}.en-US.csv`, 'criteria', of);
    expect(plan?.warnings.map(inWords)).toMatchObject([
      { code: 'ENCODING_DETECTED', message: expect.stringContaining(called) },
    ]);
    expect(lines.flatMap(({ changes }) => changes.map((change) => change.new))).toEqual([text]);
  });

  it('as a workbook gives the records of the template, cell by cell, and its edits', async () => {
    const template = await examine('template-criteria.csv');
    importId = `${importId}b`;
    const { lines, plan, told } = await examine('saved-as-workbook.xlsx');
    expect(lines.map(({ contactNumber }) => contactNumber)).toEqual(unharmed);
    expect(lines.map(({ raw }) => raw)).toEqual(template.lines.map(({ raw }) => raw));
    expect([plan?.delimiter, plan?.warnings, told]).toEqual([';', [], []]);
  });

  it('as an .ods is refused by its name, with what to do', async () => {
    const { outcome } = await examine('saved-as-workbook.ods');
    expect(outcome?.outcome).toBe('rejected');
    expect(inWords(outcome!.problem!)).toMatchObject({
      code: 'FILE_NOT_CSV',
      message: expect.stringContaining('a LibreOffice document (.ods)'),
      hint: expect.stringContaining('.xlsx'),
    });
  });
});

/** What a line asks for and what is wrong with it, one sentence each; nothing for a line that is untouched and sound. */
function tell({ line, changes, issues }: PlannedLine, { fields }: Plan): string[] {
  return [
    ...changes.map(({ field, old, new: wanted }) => {
      const was = 'value' in old ? show(old.value) : 'unreadable' in old ? `unreadable ${old.unreadable}` : 'missing';
      return `${line}: ${fields[field]?.code} ${was} → ${show(wanted)}`;
    }),
    ...issues.map(({ code, column, value }) => `${line}: ${code} ${column ?? ''} ${value ?? ''}`.trim()),
  ];
}

const show = (value: unknown): string => (value === null ? 'none' : JSON.stringify(value));

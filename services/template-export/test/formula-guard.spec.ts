import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { BOM, detectEncoding, readCsv } from '@roundtrip/csv';
import {
  composed,
  type FieldDefinition,
  identifierText,
  newCellReader,
  newContactCellReader,
  contactFields,
  csvCell,
  oldCellReader,
  unguardFormula,
  templateHeader,
} from '@roundtrip/fields';
import * as fc from 'fast-check';
import { contactLine, type ExportedContact, headerLine, type TemplateLayout } from '../src/contact-line.rules.js';
import { workbookForm } from '../src/workbook.form.js';
import { hostileText, startsFormula } from './hostile-texts.js';
import { sheetsOf } from './template-fixture.js';

/** Any text → template → reader → the same text, through the writer of the template and the reader of imports, down to the bytes. */

const codes = ['=C', "'D", '+18', '-', '@x', '＝1', 'A b', 'É', "''E"];
const field = (code: string, kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: '=HYPERLINK("x")',
  kind,
  rank: 1,
  active: true,
  values: values.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});
const fields = [
  field('NOTE', 'TEXT'),
  field('ONE', 'LIST', codes),
  field('SET', 'MULTI_LIST', codes),
  field('COUNT', 'NUMBER'),
];
const numberField = contactFields.find(({ column }) => column === 'CONTACT_NUMBER')!;

// A number and a name are stored without the blanks around them, a number without what nobody sees, and a text in which nothing is seen is none.
const trimmed = hostileText.map((text) => text.trim()).filter((text) => text !== '');
const contact: fc.Arbitrary<ExportedContact> = fc.record({
  contactNumber: trimmed.map(identifierText).filter((text) => text !== '' && Array.from(text).length <= 20),
  email: trimmed,
  lastName: trimmed,
  firstName: trimmed,
  criteria: fc.record({
    NOTE: hostileText.map(composed).filter((text) => identifierText(text) !== ''),
    ONE: fc.constantFrom(...codes),
    SET: fc.subarray(codes, { minLength: 1 }),
    COUNT: fc.integer({ min: -1000, max: 1000 }),
  }),
});

async function read(bytes: Buffer, pieces: number): Promise<{ header: string[]; rows: string[][] }> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  }
  const { encoding, assumed } = await detectEncoding(chunks());
  expect(assumed).toBe(false);
  const limits = { maxRecordBytes: 100_000, maxColumns: 100, maxRows: 1000 };
  const isKnownColumn = (cell: string): boolean => /^(?:CONTACT_NUMBER|EMAIL|\[(?:old|new)\])/.test(cell);
  const file = await readCsv(chunks(), { encoding, limits, isKnownColumn });
  const rows: string[][] = [];
  for await (const records of file.batches) rows.push(...records.map(({ cells }) => cells));
  return { header: file.header, rows };
}

const readers = {
  number: newContactCellReader(numberField),
  old: fields.map(oldCellReader),
  newNote: newCellReader(fields[0]!),
};
/** What an import reads of a line: the cells of one contact as `contactLine` orders them. */
function readLine([number = '', email = '', lastName = '', firstName = '', ...values]: readonly string[]) {
  return {
    number: readers.number(number),
    person: [email, lastName, firstName].map(unguardFormula),
    old: readers.old.map((readOld, index) => readOld(values[2 * index] ?? '')),
    // As when somebody copies the [old] cell to the [new] one.
    newNote: readers.newNote(values[0] ?? ''),
  };
}

/** What of a contact `readLine` is to give back. */
const meant = ({ contactNumber, email, lastName, firstName, criteria }: ExportedContact) => ({
  number: { value: contactNumber },
  person: [email, lastName, firstName],
  old: fields.map(({ code }) => ({ value: criteria?.[code] })),
  newNote: { value: criteria?.['NOTE'] },
});

describe.each([';', ','] as const)('a template with the delimiter %s', (delimiter) => {
  const layout: TemplateLayout = { dataType: 'criteria', delimiter, fields };
  const toLine = contactLine(layout);
  const countColumn = 4 + 2 * 3;

  it('gives every text back as it was, and no cell of it starts a formula', async () => {
    const files = fc.array(contact, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 50 }), async (contacts, pieces) => {
        const bytes = Buffer.from(BOM + headerLine(layout) + contacts.map(toLine).join(''));
        const { header, rows } = await read(bytes, pieces);
        const texts = [header, ...rows].flatMap((cells) => cells.filter((_, column) => column !== countColumn));
        expect(texts.filter((cell) => startsFormula.test(cell))).toEqual([]);
        expect(rows.map(readLine)).toEqual(contacts.map(meant));
      }),
      { numRuns: 250 },
    );
  });
});

describe('a template as a workbook', () => {
  const layout = { dataType: 'criteria', fields } as const;
  const form = workbookForm({
    layout,
    language: 'en',
    templateId: 'tpl_1',
    title: 'spec',
    madeAt: new Date('2026-03-01T09:05:30.000Z'),
  });

  it('gives every text back as it was, guarded by nothing that a spreadsheet would show', async () => {
    const files = fc.array(contact, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(files, async (contacts) => {
        async function* batches() {
          yield* contacts.map((one) => [one]);
        }
        const { Contacts: table } = await sheetsOf(await buffer(form.content(batches(), undefined)));
        const [header, ...rows] = table!;
        expect(header).toEqual(templateHeader(layout.fields));
        expect(rows.map((cells) => readLine(cells.map(csvCell)))).toEqual(contacts.map(meant));
        for (const [row, { lastName }] of contacts.entries()) {
          if (!/^'*empty$/i.test(lastName!)) expect(rows[row]?.[2]).toBe(lastName);
        }
      }),
      { numRuns: 100 },
    );
  });
});

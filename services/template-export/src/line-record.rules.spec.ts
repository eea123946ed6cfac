import { describe, expect, it } from '@jest/globals';
import { templateLineBytes, templateLinesHead } from '@roundtrip/contracts';
import { cellPrint, type FieldDefinition, numberPrint } from '@roundtrip/fields';
import { contactLine, type ExportedContact, type TemplateLayout } from './contact-line.rules.js';
import { recordHead, recordLines } from './line-record.rules.js';

const field = (code: string, kind: FieldDefinition['kind'], values: string[] = []): FieldDefinition => ({
  path: `criteria.${code}`,
  code,
  name: code,
  kind,
  rank: 1,
  active: true,
  values: values.map((value, rank) => ({ code: value, name: value, rank, active: true })),
});
const layout: TemplateLayout = {
  dataType: 'criteria',
  delimiter: ';',
  fields: [
    field('NOTE', 'TEXT'),
    field('LIKES', 'MULTI_LIST', ['OPERA', 'JAZZ']),
    field('SINCE', 'DATE'),
    field('MEMBER', 'BOOLEAN'),
    field('VISITS', 'NUMBER'),
  ],
};
const seed = 1234;

describe('the record of a template’s lines', () => {
  it('says in its head which columns it is about', () => {
    const bytes = recordHead(layout, seed, 1_000_000);
    const json: unknown = JSON.parse(bytes.subarray(4).toString());
    expect(bytes.readUInt32LE(0)).toBe(bytes.length - 4);
    expect(templateLinesHead.parse(json)).toEqual({
      version: 1,
      seed,
      linesPerPart: 1_000_000,
      columns: [
        ...['EMAIL', 'LAST_NAME', 'FIRST_NAME'].map((key) => ({ role: 'plain', key })),
        ...['NOTE', 'LIKES', 'SINCE', 'MEMBER', 'VISITS'].map((key) => ({ role: 'old', key })),
      ],
    });
  });

  it('has a print of the number and of each cell that the template has, in the same order', () => {
    const contacts: ExportedContact[] = [
      {
        contactNumber: '0042',
        email: 'ada@example.org',
        lastName: '=Lovelace',
        criteria: { NOTE: '=1', LIKES: ['JAZZ', 'OPERA'], SINCE: '2025-03-31', MEMBER: false, VISITS: -1.5 },
      },
      { contactNumber: '43', firstName: 'Zoe\u0308', criteria: {} },
    ];
    const bytes = recordLines(layout, seed)(contacts);
    const lineBytes = templateLineBytes(8);
    expect(bytes).toHaveLength(2 * lineBytes);
    for (const [index, contact] of contacts.entries()) {
      const line = bytes.subarray(index * lineBytes, (index + 1) * lineBytes);
      const prints = Array.from({ length: lineBytes / 4 }, (_, at) => line.readInt32LE(at * 4));
      const [, ...cells] = contactLine(layout)(contact).trimEnd().split(';');
      const notNew = cells.filter((_, at) => at < 3 || (at - 3) % 2 === 0);
      expect(prints).toEqual([
        ...numberPrint(contact.contactNumber, seed),
        ...notNew.map((cell) => cellPrint(cell, seed)),
      ]);
    }
  });
});

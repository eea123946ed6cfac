import { describe, expect, it } from '@jest/globals';
import type { FieldValue, OldValue, PlannedField, PlannedLine } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { storedBytes } from '@roundtrip/fields';
import fc from 'fast-check';
import { BSON } from 'mongodb';
import { decideChunk } from './chunk.rules.js';
import { bytesAtMost, fittingDecisions, fittingLines, maxDecisionBytes } from './decision-bytes.rules.js';

const mebibyte = 1024 ** 2;
const longText = '🎭'.repeat(1000);
const kinds = ['TEXT', 'NUMBER', 'DATE', 'LIST', 'BOOLEAN', 'AUTHORISATION', 'MULTI_LIST'] as const;
const codes = Array.from({ length: 300 }, (_, index) => `${'é'.repeat(28)}${index}`);
const fieldOf = (kind: PlannedField['kind'], index: number): PlannedField => ({
  path: `criteria.F${index}`,
  code: `F${index}`,
  name: '名'.repeat(200),
  kind,
  oldColumn: 2 * index + 1,
  newColumn: 2 * index + 2,
  ...(kind === 'MULTI_LIST' && { valueBytes: storedBytes(codes) }),
});
const headerOf = (fields: readonly PlannedField[]): string[] => [
  'CONTACT_NUMBER',
  ...fields.flatMap(({ code, name }) => [`[old] ${code} - ${name}`, `[new] ${code} - ${name}`]),
];
const contactOf = (contactNumber: string, criteria: ContactDocument['criteria']): ContactDocument => ({
  _id: `any:${contactNumber}`,
  institution: 'any',
  contactNumber,
  kind: 'person',
  criteria,
  authorisations: {},
  valid: true,
  anonymised: false,
  rev: 123_456,
  lastChange: `${'i'.repeat(40)}:00000`,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});
const rulesOf = (fields: PlannedField[], onConflict: 'reject' | 'overwrite') => ({
  dataType: 'criteria' as const,
  onConflict,
  overwriteRefusals: false,
  requestedBy: { role: 'operator' as const },
  fields,
  header: headerOf(fields),
});

/** Any value that the rules allow for the kind. */
const valueOf = (kind: PlannedField['kind']): fc.Arbitrary<FieldValue> => {
  switch (kind) {
    case 'TEXT':
      return fc.oneof(fc.constant(longText), fc.string({ unit: 'grapheme', maxLength: 30 }));
    case 'NUMBER':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'DATE':
      return fc.constant('2024-02-29');
    case 'LIST':
      return fc.constantFrom(...codes);
    case 'MULTI_LIST':
      return fc.oneof(fc.constant(codes), fc.subarray(codes));
    default:
      return fc.boolean();
  }
};
const caseOf = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 })
  .map((found) => found.map(fieldOf))
  .chain((fields) => {
    const values = fc.tuple(...fields.map(({ kind }) => fc.option(valueOf(kind))));
    const olds = fc.tuple(
      ...fields.map(({ kind }) =>
        fc.oneof<fc.Arbitrary<OldValue>[]>(
          fc.option(valueOf(kind)).map((value) => ({ value })),
          fc.constant({ missing: true }),
          fc.constant({ unreadable: 'ß'.repeat(900) }),
        ),
      ),
    );
    return fc.record({
      fields: fc.constant(fields),
      now: values,
      wanted: values,
      olds,
      onConflict: fc.constantFrom('reject' as const, 'overwrite' as const),
    });
  });

const lineOf = (
  fields: readonly PlannedField[],
  wanted: readonly FieldValue[],
  olds: readonly OldValue[],
): PlannedLine => ({
  line: 2,
  contactNumber: '0'.repeat(20),
  email: `${'🎭'.repeat(300)}@example.org`,
  changes: fields.map((_, index) => ({ field: index, old: olds[index]!, new: wanted[index] ?? null })),
  issues: [{ code: 'OLD_UNREADABLE', line: 2, column: 'x', value: 'y', message: 'z', hint: '-' }],
  raw: headerOf(fields).map(() => 'cell'),
});

describe('the bytes of a decision', () => {
  it('are counted as the database stores them, or a little more', () => {
    fc.assert(
      fc.property(fc.object({ withUnicodeString: true, maxDepth: 4 } as fc.ObjectConstraints), (value) => {
        expect(storedBytes(value)).toBeGreaterThanOrEqual(BSON.calculateObjectSize(value));
      }),
    );
    const large = { text: longText, list: codes, at: new Date(), yes: true, none: null, n: 1.5 };
    expect(storedBytes(large)).toBeLessThan(1.1 * BSON.calculateObjectSize(large));
  });

  it('are never more than was said of the line, whatever values the contact has by then', () => {
    fc.assert(
      fc.property(caseOf, ({ fields, now, wanted, olds, onConflict }) => {
        const line = lineOf(fields, wanted, olds);
        const held = fields.flatMap(({ code }, index) =>
          (now[index] ?? null) === null ? [] : [[code, now[index]] as const],
        );
        const contact = contactOf('0'.repeat(20), Object.fromEntries(held) as ContactDocument['criteria']);
        const rules = rulesOf(fields, onConflict);
        const decisions = decideChunk([line], new Map([[contact.contactNumber, contact]]), rules);
        const stored = BSON.calculateObjectSize({ ...decisions });
        expect(stored).toBeLessThanOrEqual(bytesAtMost(line, fields, rules.header));
      }),
    );
  });

  it('of a thousand lines with a few changed cells each fit into one document', () => {
    const fields = [...kinds.slice(1, 6), ...kinds.slice(1, 6), 'TEXT' as const].map((kind, index) => ({
      ...fieldOf(kind, index),
      name: 'A name as people give them',
    }));
    const line = lineOf(
      fields,
      [],
      fields.map(() => ({ value: null })),
    );
    line.changes = line.changes.slice(6);
    line.email = 'somebody@example.org';
    const lines = Array.from({ length: 1000 }, () => line);
    const options = { fields, header: headerOf(fields), maxBytes: maxDecisionBytes };
    expect(fittingLines(lines, 0, options)).toBe(1000);
  });
});

describe('the decisions of one document', () => {
  it('stay below 16 MiB when twelve full texts of each contact are removed, or refused', () => {
    const fields = Array.from({ length: 12 }, (_, index) => fieldOf('TEXT', index));
    const full = Object.fromEntries(fields.map(({ code }) => [code, longText]));
    const lines = Array.from({ length: 1000 }, (_, index): PlannedLine => ({
      line: index + 2,
      contactNumber: String(index),
      changes: fields.map((__, field) => ({
        field,
        old: index % 2 === 0 ? { missing: true } : { value: 'other' },
        new: null,
      })),
      issues: [],
      raw: [String(index)],
    }));
    const contacts = new Map(lines.map(({ contactNumber = '' }) => [contactNumber, contactOf(contactNumber, full)]));
    const options = { fields, header: headerOf(fields), maxBytes: maxDecisionBytes };
    let decided = 0;
    for (let from = 0; from < lines.length;) {
      const some = lines.slice(from, from + fittingLines(lines, from, options));
      const decisions = decideChunk(some, contacts, rulesOf(fields, 'reject'));
      const fitting = fittingDecisions(some, decisions, maxDecisionBytes);
      expect(fitting.lines).toBe(some.length);
      expect(BSON.calculateObjectSize({ ...decisions })).toBeLessThan(15 * mebibyte);
      decided += decisions.entries.length + decisions.reports.length;
      from += some.length;
    }
    expect(decided).toBe(1000);
  });

  it('hold one line of five hundred full texts that is refused', () => {
    const fields = Array.from({ length: 500 }, (_, index) => fieldOf('TEXT', index));
    const line = lineOf(
      fields,
      fields.map(() => longText.slice(0, 1000)),
      fields.map(() => ({ value: longText })),
    );
    const raw = ['1', ...fields.flatMap(() => [longText, longText.slice(0, 1000)])];
    expect(bytesAtMost({ ...line, raw }, fields, headerOf(fields))).toBeLessThan(maxDecisionBytes);
  });

  it('are cut where values are larger than any that the rules allow', () => {
    const fields = [fieldOf('TEXT', 0)];
    const lines = Array.from({ length: 10 }, (_, index): PlannedLine => {
      const line = { ...lineOf(fields, [null], [{ missing: true }]), line: index + 2, contactNumber: String(index) };
      delete line.email;
      return line;
    });
    const contacts = new Map(
      lines.map(({ contactNumber = '' }) => [contactNumber, contactOf(contactNumber, { F0: 'x'.repeat(400_000) })]),
    );
    const decisions = decideChunk(lines, contacts, rulesOf(fields, 'reject'));
    expect(decisions.entries).toHaveLength(10);
    const { lines: taken, decisions: cut } = fittingDecisions(lines, decisions, mebibyte);
    expect([taken, cut.entries.length, cut.reports.length]).toEqual([2, 2, 2]);
    expect(fittingDecisions(lines, decisions, 1).lines).toBe(1);
    expect(fittingLines(lines, 0, { fields, header: [], maxBytes: 1 })).toBe(1);
  });

  it('follow each other without a gap whatever a document takes', () => {
    const fields = [fieldOf('TEXT', 0)];
    const lines = Array.from({ length: 40 }, () => lineOf(fields, ['new'], [{ value: null }]));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (maxBytes) => {
        let from = 0;
        while (from < lines.length) from += fittingLines(lines, from, { fields, header: [], maxBytes });
        expect(from).toBe(40);
      }),
    );
  });
});

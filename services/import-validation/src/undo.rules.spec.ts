import { describe, expect, it } from '@jest/globals';
import type { PlannedField } from '@roundtrip/contracts';
import type { ChunkEntry } from '@roundtrip/database';
import { undoLayout, undoLine } from './undo.rules.js';

const field = (
  path: string,
  kind: PlannedField['kind'],
  code = path.slice(path.indexOf('.') + 1),
  name = `Name of ${code}`,
): PlannedField => ({ path, code, name, kind, newColumn: 9 });
const entry = (over: Partial<ChunkEntry>): ChunkEntry => ({
  line: 7,
  contactNumber: '0042',
  rev: 3,
  previous: null,
  before: {},
  after: {},
  ...over,
});

describe('the undo of a file made from a template', () => {
  const fields = [
    field('criteria.TAGS', 'MULTI_LIST'),
    field('criteria.NOTE', 'TEXT'),
    field('criteria.AGE', 'NUMBER'),
  ];
  const layout = undoLayout(fields, 'criteria');

  it('has the columns of a template', () => {
    expect(layout.header).toEqual([
      'CONTACT_NUMBER',
      '[old] TAGS - Name of TAGS',
      '[new] TAGS - Name of TAGS',
      '[old] NOTE - Name of NOTE',
      '[new] NOTE - Name of NOTE',
      '[old] AGE - Name of AGE',
      '[new] AGE - Name of AGE',
    ]);
    for (const { code, oldColumn, newColumn } of layout.fields) {
      expect(layout.header[oldColumn ?? 0]).toBe(`[old] ${code} - Name of ${code}`);
      expect(layout.header[newColumn]).toBe(`[new] ${code} - Name of ${code}`);
    }
  });

  it('expects what the import left and wants what was there before, in the fields that it changed', () => {
    const before = { 'criteria.TAGS': ['A', 'B'], 'criteria.NOTE': null };
    const after = { 'criteria.TAGS': null, 'criteria.NOTE': '=1+1' };
    expect(undoLine(entry({ contactNumber: '-42', before, after }), 2, layout)).toEqual({
      line: 2,
      contactNumber: '-42',
      changes: [
        { field: 0, old: { value: null }, new: ['A', 'B'] },
        { field: 1, old: { value: '=1+1' }, new: null },
      ],
      issues: [],
      raw: ["'-42", '', 'A|B', "'=1+1", 'Empty', '', ''],
    });
  });

  it('is what the import was when it is undone in turn', () => {
    const first = entry({ before: { 'criteria.AGE': 5 }, after: { 'criteria.AGE': null } });
    const [undone] = undoLine(first, 2, layout).changes;
    const second = entry({ before: { 'criteria.AGE': null }, after: { 'criteria.AGE': undone?.new ?? null } });
    expect(undoLine(second, 2, undoLayout(layout.fields, 'criteria')).changes).toEqual([
      { field: 2, old: { value: 5 }, new: null },
    ]);
  });
});

describe('the undo of authorisations', () => {
  const fields = ['EMAIL', 'PHONE', 'LETTER'].map((code) => field(`authorisations.${code}`, 'AUTHORISATION'));
  const [email, phone, letter] = fields.map(({ path }) => path) as [string, string, string];

  it('asks for the end of a refusal, but its row does not, so that nobody ends it by sending the row back', () => {
    const before = { [email]: null, [phone]: true, [letter]: false };
    const after = { [email]: false, [phone]: false, [letter]: null };
    expect(undoLine(entry({ before, after }), 2, undoLayout(fields, 'authorisations'))).toMatchObject({
      changes: [
        { field: 0, old: { value: false }, new: null },
        { field: 1, old: { value: false }, new: true },
        { field: 2, old: { value: null }, new: false },
      ],
      raw: ['0042', 'FALSE', '', 'FALSE', '', 'Empty', 'FALSE'],
    });
  });
});

describe('the undo of an import of contacts', () => {
  const fields = [field('lastName', 'TEXT', 'LAST_NAME'), field('kind', 'LIST', 'KIND')];
  const layout = undoLayout(fields, 'contacts');
  const use = 2;

  it('has the columns of such a file, and none for what has none', () => {
    expect(layout.header).toEqual(['CONTACT_NUMBER', 'LAST_NAME', 'KIND']);
    expect(undoLayout(layout.fields, 'contacts')).toEqual(layout);
  });

  it.each([
    ['as the change log says', { valid: null }, { valid: true }],
    ['also when the change log does not say so', {}, {}],
  ])('takes a contact that was made out of use, %s, and keeps of what kind it is', (_, wasNot, is) => {
    const before = { lastName: null, kind: null, ...wasNot };
    const after = { lastName: 'Dupont', kind: 'person', ...is };
    expect(undoLine(entry({ rev: 0, before, after }), 2, layout)).toMatchObject({
      changes: [
        { field: 0, old: { value: 'Dupont' }, new: null },
        { field: use, old: { value: true }, new: null },
      ],
      raw: ['0042', 'Empty', ''],
    });
  });

  it('leaves a contact that was changed in use', () => {
    const change = { before: { lastName: 'Dupond' }, after: { lastName: 'Dupont' } };
    expect(undoLine(entry(change), 2, layout).changes).toEqual([{ field: 0, old: { value: 'Dupont' }, new: 'Dupond' }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { FieldValue, RecordedIssue, OldValue, PlannedField, PlannedLine } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import fc from 'fast-check';
import { inWords } from '../test/in-words.js';
import { decideChange, decideLine, type DecisionRules } from './line-decision.rules.js';
import type { Resemblance } from './number-causes.rules.js';

const email: PlannedField = {
  path: 'authorisations.EMAIL',
  code: 'EMAIL',
  name: 'E-mail',
  kind: 'AUTHORISATION',
  oldColumn: 4,
  newColumn: 5,
};
const genre: PlannedField = {
  path: 'criteria.GENRE',
  code: 'GENRE',
  name: 'Genre',
  kind: 'LIST',
  oldColumn: 6,
  newColumn: 7,
};
const header = [
  'CONTACT_NUMBER',
  'EMAIL',
  'LAST_NAME',
  'FIRST_NAME',
  '[old] EMAIL - E-mail',
  '[new] EMAIL - E-mail',
  '[old] GENRE - Genre',
  '[new] GENRE - Genre',
];

const rules = (over: Partial<DecisionRules> = {}): DecisionRules => ({
  dataType: 'authorisations',
  onConflict: 'reject',
  overwriteRefusals: false,
  requestedBy: { role: 'operator' },
  fields: [email, genre],
  header,
  ...over,
});

const contact = (over: Partial<ContactDocument> = {}): ContactDocument => ({
  _id: 'inst:0042',
  institution: 'inst',
  contactNumber: '0042',
  kind: 'person',
  email: 'Anne@example.org',
  criteria: {},
  authorisations: {},
  valid: true,
  anonymised: false,
  rev: 3,
  lastChange: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...over,
});

const line = (over: Partial<PlannedLine> = {}): PlannedLine => ({
  line: 2,
  contactNumber: '0042',
  changes: [],
  issues: [],
  raw: ['0042', '', '', '', '', '', '', ''],
  ...over,
});

const codes = (issues: RecordedIssue[]): string[] => issues.map((issue) => issue.code);

describe('one cell that asks for a change (rule 6)', () => {
  const told = (value: FieldValue): OldValue => ({ value });
  const missing: OldValue = { missing: true };
  const requestedBy = { role: 'admin' as const };

  it('compares sets of codes as sets', () => {
    expect(
      decideChange({ kind: 'MULTI_LIST' }, { old: told(['B', 'A']), new: ['C'] }, ['A', 'B'], {
        onConflict: 'reject',
        overwriteRefusals: false,
        requestedBy,
      }),
    ).toBe('apply');
  });

  it('never ends a refusal for a file that does not say False, nor for an undo, whatever the options but one', () => {
    const old = fc.oneof(
      fc.constantFrom<OldValue>(missing, told(true), told(null)),
      fc.string().map((text): OldValue => ({ unreadable: text })),
    );
    fc.assert(
      fc.property(
        old,
        fc.constantFrom('reject' as const, 'overwrite' as const),
        fc.constantFrom(true, null),
        (from, onConflict, wanted) => {
          const options = { onConflict, overwriteRefusals: false, requestedBy };
          expect(decideChange(email, { old: from, new: wanted }, false, options)).toBe('refusal');
          const undo = { ...options, onConflict: 'reject' as const, undoOf: 'imp_1' };
          expect(decideChange(email, { old: told(false), new: wanted }, false, undo)).toBe('refusal');
        },
      ),
    );
  });
});

describe('a line of a file made from a template', () => {
  it('is unchanged when no cell asks for anything', () => {
    expect(decideLine(line(), contact(), rules())).toEqual({ outcome: 'unchanged', issues: [] });
  });

  it('is rejected when the contact is unknown, closed or anonymised', () => {
    for (const nobody of [undefined, contact({ valid: false }), contact({ anonymised: true })]) {
      const decision = decideLine(line(), nobody, rules());
      expect(decision.outcome).toBe('reject');
      expect(codes(decision.issues)).toEqual(['CONTACT_UNKNOWN']);
    }
  });

  it('warns of lost leading zeros beside the unknown contact', () => {
    const resembles = { cause: 'zeros lost' as const, numbers: ['0042', '00042'] };
    const decision = decideLine(line({ contactNumber: '42' }), undefined, rules(), resembles);
    expect(codes(decision.issues)).toEqual(['CONTACT_UNKNOWN', 'LEADING_ZEROS_LOST']);
    expect(inWords(decision.issues[0]!).message).toContain('There is "0042" or "00042": leading zeros count');
    expect(inWords(decision.issues[1]!).message).toContain('looks like "0042" or "00042"');
  });

  it.each<[string, Resemblance, string, string]>([
    ['org-1', { cause: 'letter case', numbers: ['ORG-1'] }, 'There is "ORG-1": capital and small letters', 'template'],
    [
      "'0042",
      { cause: 'apostrophe', numbers: ['0042'] },
      'There is "0042": the apostrophe is not',
      'Delete the apostrophe',
    ],
    ['42.0', { cause: 'decimals', numbers: ['42'] }, 'There is "42": a program', 'all columns as text'],
    ['\u041eRG-1', { cause: 'alphabet', numbers: ['ORG-1'] }, 'There is "ORG-1". They look alike', 'template'],
    ['0042', { cause: 'zeros added', numbers: ['042', '42'] }, 'There is "042" or "42"', 'template'],
  ])('says of the unknown contact %s what is different about the known one', (contactNumber, resembles, why, hint) => {
    const { issues } = decideLine(line({ contactNumber }), undefined, rules(), resembles);
    expect(issues).toEqual([expect.objectContaining({ code: 'CONTACT_UNKNOWN', value: contactNumber })]);
    const said = inWords(issues[0]!);
    expect(said.message).toContain(why);
    expect(said.hint).toContain(hint);
  });

  it.each([
    ['1.23E+11', 'shortened it', 'all columns as text'],
    ['01/02/2024', 'make dates of texts', 'all columns as text'],
    ['########', 'too narrow', 'all columns as text'],
    ['anne@example.org', 'seem to be shifted', 'move its cells back'],
    ['43', 'no contact with the number "43".', 'leading zeros count'],
    ['CONTACT_NUMBER', 'a second header: files were pasted together', 'Delete the row'],
    ['Total', 'the total of a list', 'Delete the row'],
    ['12345.0', 'added decimals', 'all columns as text'],
  ])('says of the unknown contact %s what a spreadsheet did, and what to do', (contactNumber, why, hint) => {
    expect(decideLine(line({ contactNumber }), undefined, rules()).issues.map(inWords)).toEqual([
      expect.objectContaining({
        code: 'CONTACT_UNKNOWN',
        value: contactNumber,
        message: expect.stringContaining(why),
        hint: expect.stringContaining(hint),
      }),
    ]);
  });

  it('says of an e-mail cell that holds no address that cells were shifted', () => {
    const message = (cell: string) => inWords(decideLine(line({ email: cell }), contact(), rules()).issues[0]!).message;
    expect(message('Dupont')).toContain('seem to be shifted');
    expect(message('bob@example.org')).not.toContain('shifted');
  });

  it('takes the e-mail address in any case for the same, and rejects another', () => {
    expect(decideLine(line({ email: 'ANNE@EXAMPLE.ORG' }), contact(), rules()).outcome).toBe('unchanged');
    const { outcome } = decideLine(
      line({ email: 'é@café.fr' }),
      contact({ email: '\u200bE\u0301@CAFE\u0301.fr ' }),
      rules(),
    );
    expect(outcome).toBe('unchanged');
    expect(codes(decideLine(line({ email: 'bob@example.org' }), contact(), rules()).issues)).toEqual([
      'EMAIL_MISMATCH',
    ]);
    expect(decideLine(line({ email: 'bob@example.org' }), contact({ email: undefined }), rules()).outcome).toBe(
      'reject',
    );
  });

  it('applies what it asks for, with before and after', () => {
    const changes = [
      { field: 0, old: { value: null }, new: true },
      { field: 1, old: { value: 'JAZZ' }, new: null },
    ];
    const decision = decideLine(line({ changes }), contact({ criteria: { GENRE: 'JAZZ' } }), rules());
    expect(decision).toMatchObject({
      outcome: 'apply',
      overwritten: false,
      changes: [
        { path: 'authorisations.EMAIL', before: null, after: true },
        { path: 'criteria.GENRE', before: 'JAZZ', after: null },
      ],
    });
  });

  it('rejects the whole line for one conflict and says what was, what is and what was wanted', () => {
    const changes = [
      { field: 0, old: { value: false }, new: null },
      { field: 1, old: { value: null }, new: 'ROCK' },
    ];
    const decision = decideLine(line({ changes }), contact({ authorisations: { EMAIL: true } }), rules());
    expect(decision).toMatchObject({
      outcome: 'reject',
      issues: [
        {
          code: 'CONFLICT',
          line: 2,
          column: '[new] EMAIL - E-mail',
          conflict: { old: 'FALSE', now: 'TRUE', new: 'Empty' },
        },
      ],
      stale: [{ field: email, now: true, isRefusal: false }],
    });
  });

  it.each<[string, OldValue, FieldValue, Partial<DecisionRules>, string[]]>([
    ['a stale [old]', { value: true }, null, {}, ['asks for Empty', 'its [old] cell says "TRUE"', 'administrator']],
    ['a blank [old]', { unreadable: ' ' }, true, {}, ['asks for TRUE', 'its [old] cell is blank', 'administrator']],
    ['no [old]', { missing: true }, null, {}, ['asks for Empty', 'no [old] column', 'a new template', 'administrator']],
    ['an undo', { value: false }, null, { undoOf: 'imp_1' }, ['undo asks for Empty', 'administrator may take back']],
    ['a late undo', { value: true }, null, { undoOf: 'imp_1' }, ['asks for Empty', 'after the import that is undone']],
  ])(
    'says of a refusal that stands against %s what was asked, and what may be done',
    (_case, old, wanted, over, says) => {
      const changes = [{ field: 0, old, new: wanted }];
      const decision = decideLine(line({ changes }), contact({ authorisations: { EMAIL: false } }), rules(over));
      expect(decision).toMatchObject({
        outcome: 'reject',
        issues: [{ code: 'CONFLICT_REFUSAL', value: wanted === null ? 'Empty' : 'TRUE', conflict: { now: 'FALSE' } }],
        stale: [{ field: email, now: false, isRefusal: true }],
      });
      const { message, hint } = inWords(decision.issues[0]!);
      for (const part of says) expect(`${message} ${hint}`).toContain(part);
    },
  );

  it('adds what the database knows to the errors that the file had already', () => {
    const wrongCode: RecordedIssue = {
      code: 'CODE_UNKNOWN',
      line: 2,
      column: '[new] GENRE - Genre',
      message: 'no such code',
    };
    const decision = decideLine(line({ issues: [wrongCode], email: 'bob@example.org' }), contact(), rules());
    expect(codes(decision.issues).toSorted()).toEqual(['CODE_UNKNOWN', 'EMAIL_MISMATCH']);
  });

  it('is applied in spite of a warning', () => {
    const warning: RecordedIssue = { code: 'OLD_UNREADABLE', line: 2, message: 'unreadable' };
    const changes = [{ field: 1, old: { unreadable: '?' }, new: 'ROCK' }];
    expect(
      decideLine(line({ changes, issues: [warning] }), contact(), rules({ onConflict: 'overwrite' })),
    ).toMatchObject({
      outcome: 'apply',
      overwritten: true,
      issues: [warning],
    });
  });

  it('does not take a code for something that every object has', () => {
    const odd: PlannedField = { ...genre, path: 'criteria.constructor', code: 'constructor' };
    const changes = [{ field: 0, old: { value: null }, new: 'ROCK' }];
    expect(decideLine(line({ changes }), contact(), rules({ fields: [odd] }))).toMatchObject({
      outcome: 'apply',
      changes: [{ before: null }],
    });
  });
});

describe('a line of the ordinary contact import', () => {
  const lastName: PlannedField = { path: 'lastName', code: 'LAST_NAME', name: 'LAST_NAME', kind: 'TEXT', newColumn: 2 };
  const contacts = rules({ dataType: 'contacts', fields: [lastName] });
  const named = [{ field: 0, old: { missing: true as const }, new: 'Dupont' }];

  it('makes a contact that is not there yet', () => {
    expect(decideLine(line({ changes: named }), undefined, contacts)).toMatchObject({
      outcome: 'apply',
      changes: [
        { path: 'lastName', before: null, after: 'Dupont' },
        { path: 'valid', before: null, after: true },
      ],
    });
  });

  it.each(['1.23E+11', '########', '#N/A'])(
    'makes no contact with what a spreadsheet left of a number: %s',
    (number) => {
      expect(decideLine(line({ contactNumber: number, changes: named }), undefined, contacts)).toMatchObject({
        outcome: 'reject',
        issues: [{ code: 'VALUE_DAMAGED', column: 'CONTACT_NUMBER', value: number }],
      });
      // Who has had such a number since before keeps it.
      expect(decideLine(line({ contactNumber: number, changes: named }), contact(), contacts).outcome).toBe('apply');
    },
  );

  it.each(['2.1.2024', '12345.0'])(
    'makes a contact whose number may be what a spreadsheet left, and warns: %s',
    (number) => {
      expect(decideLine(line({ contactNumber: number, changes: named }), undefined, contacts)).toMatchObject({
        outcome: 'apply',
        issues: [{ code: 'LEADING_ZEROS_LOST', value: number, message: [{ say: 'new-number-doubtful' }, {}] }],
      });
    },
  );

  it('makes no contact of a second header', () => {
    expect(decideLine(line({ contactNumber: 'Contact number', changes: named }), undefined, contacts)).toMatchObject({
      outcome: 'reject',
      issues: [{ code: 'CONTACT_UNKNOWN', message: [{ say: 'contact-unknown' }, { say: 'row-is-header' }] }],
    });
  });

  it('asks for a name or a company for a new contact', () => {
    expect(codes(decideLine(line(), undefined, contacts).issues)).toEqual(['CONTACT_UNKNOWN']);
  });

  it('changes a known contact without asking what was there before, and whatever its e-mail address', () => {
    const decision = decideLine(
      line({ changes: named, email: 'new@example.org' }),
      contact({ lastName: 'Durand' }),
      contacts,
    );
    expect(decision).toMatchObject({ outcome: 'apply', changes: [{ before: 'Durand', after: 'Dupont' }] });
  });

  it('makes a contact again whose making was undone, and none that was closed', () => {
    const { valid, ...undone } = contact({ rev: 4 });
    expect(valid).toBe(true);
    expect(decideLine(line({ changes: named }), undone, contacts)).toMatchObject({
      outcome: 'apply',
      changes: [
        { path: 'lastName', before: null, after: 'Dupont' },
        { path: 'valid', before: null, after: true },
      ],
    });
    expect(codes(decideLine(line(), undone, contacts).issues)).toEqual(['CONTACT_UNKNOWN']);
    expect(decideLine(line({ changes: named }), contact({ valid: false }), contacts).outcome).toBe('reject');
    expect(decideLine(line({ changes: named }), { ...undone, anonymised: true }, contacts).outcome).toBe('reject');
    expect(decideLine(line(), undone, rules()).outcome).toBe('reject');
  });

  describe('that takes back what another import did', () => {
    const inUse: PlannedField = {
      path: 'valid',
      code: 'CONTACT_NUMBER',
      name: 'In use',
      kind: 'BOOLEAN',
      newColumn: 0,
    };
    const undo = { ...contacts, fields: [lastName, inUse], undoOf: 'imp_1' };
    const swap = (field: number, old: FieldValue, wanted: FieldValue) => ({ field, old: { value: old }, new: wanted });
    const unmake = [swap(0, 'Dupont', null), swap(1, true, null)];
    const { valid: _, ...undone } = contact();

    it('takes a contact out of use once', () => {
      expect(decideLine(line({ changes: unmake }), contact({ lastName: 'Dupont' }), undo)).toMatchObject({
        outcome: 'apply',
        changes: [
          { path: 'lastName', before: 'Dupont', after: null },
          { path: 'valid', before: true, after: null },
        ],
      });
      expect(decideLine(line({ changes: unmake }), undone, undo)).toEqual({ outcome: 'unchanged', issues: [] });
    });

    it('keeps a contact whose fields were changed since, and says why', () => {
      const decision = decideLine(line({ changes: unmake }), contact({ lastName: 'Durand' }), undo);
      expect(decision).toMatchObject({
        outcome: 'reject',
        issues: [{ code: 'CONFLICT', conflict: { old: 'Dupont', now: 'Durand', new: 'Empty' } }],
      });
      expect(inWords(decision.issues[0]!).message).toContain('after the import that is undone');
    });

    it('brings a contact back when what is taken back had taken it out of use, and only then', () => {
      const remake = [swap(0, null, 'Dupont'), swap(1, null, true)];
      expect(decideLine(line({ changes: remake }), undone, undo)).toMatchObject({
        outcome: 'apply',
        changes: [
          { path: 'lastName', after: 'Dupont' },
          { path: 'valid', before: null, after: true },
        ],
      });
      const decision = decideLine(line({ changes: [swap(0, null, 'Dupont')] }), undone, undo);
      expect(decision.outcome).toBe('reject');
      expect(codes(decision.issues)).toEqual(['CONTACT_UNKNOWN']);
    });
  });

  it('does not bring an anonymised contact back to life', () => {
    expect(decideLine(line({ changes: named }), contact({ anonymised: true }), contacts).outcome).toBe('reject');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PlannedField, PlannedLine } from '@roundtrip/contracts';
import { type ContactDocument, decodeDocument, encodeDocument } from '@roundtrip/database';
import fc from 'fast-check';
import { decideChunk } from './chunk.rules.js';
import { FoundContacts } from './found-contacts.js';

// The plain form is a Map of decoded documents: what is decided must not depend on which of the two it is.

const numbers = ['1', '2', '3', 'é', 'é'];
const address = fc.constantFrom(
  'a@b.example',
  'A@b.example',
  'é@b.example',
  'É@b.example',
  'a@b.exampl',
  ' a@b.example',
  '',
);
const odd = fc.constantFrom<unknown>(undefined, null, 0, 1.5, 'true', [], {}, new Date(0), 2 ** 40, /x/, /y/i);
const flag = fc.oneof({ weight: 6, arbitrary: fc.boolean() }, { weight: 1, arbitrary: odd });
const value = fc.oneof(
  { weight: 4, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(undefined, null, 'x', 3) },
);

const document = fc
  .record({
    contactNumber: fc.constantFrom(...numbers),
    email: fc.option(address, { nil: undefined }),
    valid: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, flag),
    anonymised: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, flag),
    rev: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(2 ** 33)),
    lastChange: fc.constantFrom(null, 'imp:00000', 'x'),
    authorisations: fc.record({ EMAIL: value, valid: value, email: value }),
    criteria: fc.record({ contactNumber: fc.constantFrom(undefined, '9') }),
    title: odd,
  })
  .map((contact) => ({ _id: `one:${contact.contactNumber}`, ...contact }));

/** In any order of their keys, as the server may store them. */
const stored = fc
  .tuple(document, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }))
  .map(([contact, order]) =>
    Object.fromEntries(Object.entries(contact).toSorted(([a], [b]) => order[a.length % 10]! - order[b.length % 10]!)),
  );

const fields: PlannedField[] = [
  { path: 'authorisations.EMAIL', code: 'EMAIL', name: 'E-mail', kind: 'AUTHORISATION', oldColumn: 1, newColumn: 2 },
];
const consent = fc.constantFrom(true, false, null);
const change = fc.record({
  field: fc.constant(0),
  old: fc.oneof(
    fc.record({ value: consent }),
    fc.constant({ missing: true as const }),
    fc.constant({ unreadable: 'x' }),
  ),
  new: consent,
});
const line = fc.record({
  contactNumber: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom<string | undefined>(...numbers, '7') },
    fc.constant(undefined),
  ),
  email: fc.option(address, { nil: undefined }),
  changes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(change, { maxLength: 1 })),
  issues: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    fc.constantFrom('OLD_MISSING', 'CONTROL_CHARACTER').map((code) => [{ code, message: 'x' }]),
  ),
}) as fc.Arbitrary<Omit<PlannedLine, 'line' | 'raw'>>;

const rules = fc.record({
  dataType: fc.constantFrom('authorisations' as const, 'contacts' as const),
  onConflict: fc.constantFrom('reject' as const, 'overwrite' as const),
  overwriteRefusals: fc.boolean(),
  requestedBy: fc.constantFrom({ role: 'admin' as const }, { role: 'operator' as const }),
  fields: fc.constant(fields),
  header: fc.constant(['CONTACT_NUMBER', '[old] EMAIL - E-mail', '[new] EMAIL - E-mail']),
  undoOf: fc.constantFrom(undefined, 'imp'),
});

describe('contacts as the database sends them', () => {
  it('lead to the same decisions as decoded ones, whatever they hold and whatever the lines ask for', () => {
    let skipped = 0;
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 5 }), fc.array(line, { maxLength: 8 }), rules, (some, asked, given) => {
        const documents = some.map((one) => encodeDocument(one));
        const lines = asked.map((one, at) => ({ ...one, line: at + 2, raw: ['1', '', ''] }));
        const plain = new Map(
          documents.map((bytes) => decodeDocument(bytes) as ContactDocument).map((one) => [one.contactNumber, one]),
        );
        const found = new FoundContacts(documents);
        skipped += lines.filter((one) => found.leavesUnchanged(one)).length;
        expect(lines.map(({ contactNumber = '' }) => [found.has(contactNumber), found.get(contactNumber)])).toEqual(
          lines.map(({ contactNumber = '' }) => [plain.has(contactNumber), plain.get(contactNumber)]),
        );
        expect(decideChunk(lines, found, given)).toEqual(decideChunk(lines, plain, given));
      }),
      { numRuns: 3_000 },
    );
    expect(skipped).toBeGreaterThan(200);
  });

  it('are read although another type of value stands before what is looked for', () => {
    const bytes = encodeDocument({ _id: /odd/, contactNumber: '1', valid: true, anonymised: false });
    const found = new FoundContacts([bytes]);
    const asksNothing: PlannedLine = { line: 2, contactNumber: '1', changes: [], issues: [], raw: [] };
    expect([found.get('1')?.valid, found.leavesUnchanged(asksNothing)]).toEqual([true, false]);
  });
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type WholeDatabase } from '@roundtrip/database';
import { startOnOwnDatabase, type TestService } from '@roundtrip/test-kit';
import fc from 'fast-check';
import { AppModule } from '../src/app.module.js';
import { BulkUpdateConfig } from '../src/config.js';
import { ContactsRepository } from '../src/contacts.repository.js';
import { numberRange } from '../src/number-range.rules.js';
import { contactOf } from './imports.js';

/** The plain form looks each number up and decodes all that it finds: what is read as a range, or as bytes, must not be anything else. */
describe('the contacts of a chunk', () => {
  let database: WholeDatabase;
  let service: TestService;
  let close: () => Promise<void>;
  let contacts: ContactsRepository;

  beforeAll(async () => {
    ({ database, service, close } = await startOnOwnDatabase(AppModule, {
      name: 'bulk-update',
      config: BulkUpdateConfig,
      indexes: true,
    }));
    contacts = service.app.get(ContactsRepository, { strict: false });
  }, 60_000);
  afterAll(() => close?.());

  const serial = (number: number): string => String(number).padStart(8, '0');
  const paths = ['authorisations.EMAIL', 'criteria.GENRE', 'email'];
  const values = (...all: Record<string, string | boolean>[]) => fc.constantFrom(...all);
  const contact = fc.record({
    authorisations: values({}, { EMAIL: true }, { EMAIL: false, SMS: true }) as fc.Arbitrary<Record<string, boolean>>,
    criteria: values({}, { GENRE: 'JAZZ' }),
    valid: fc.constantFrom(true, true, true, false),
    anonymised: fc.constantFrom(false, false, false, true),
    rev: fc.integer({ min: 1, max: 5 }),
    lastChange: fc.constantFrom(null, 'other:00000'),
  });

  it('are the same, read as a range or one by one, though some are missing, others lie between, and others are of somebody else', async () => {
    let ranges = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(99), { maxLength: 60 }),
        fc.array(fc.constantFrom(1, 1, 1, 2, 4), { minLength: 10, maxLength: 50 }),
        fc.array(contact, { minLength: 100, maxLength: 100 }),
        fc.nat(3),
        fc.boolean(),
        async (there, steps, all, between, isSorted) => {
          let last = 0;
          const asked = steps.map((step) => (last += step));
          const institution = `r${randomBytes(4).toString('hex')}`;
          const documents = there.map((number) => contactOf(institution, serial(number), all[number]));
          const others = [`${institution}x`, institution.slice(0, -1)].flatMap((other) =>
            asked.slice(0, 5).map((number) => contactOf(other, serial(number))),
          );
          const extra = Array.from({ length: between * 40 }, (_, at) => contactOf(institution, `00000005x${at}`));
          const stored = [...documents, ...others, ...extra];
          if (stored.length > 0) await database.contacts.insertMany(stored);
          const numbers = (isSorted ? asked : asked.toReversed()).map(serial);
          if (numberRange(numbers)) ranges += 1;

          const plain = await contacts.read(institution, numbers, paths);
          const found = await contacts.readForDecision(institution, numbers, paths);
          expect(numbers.map((number) => [number, found.has(number), found.get(number)])).toEqual(
            numbers.map((number) => [number, plain.has(number), plain.get(number)]),
          );
        },
      ),
      { numRuns: 60 },
    );
    expect(ranges).toBeGreaterThan(5);
  }, 120_000);
});

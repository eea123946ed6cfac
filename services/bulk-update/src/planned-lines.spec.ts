import { describe, expect, it } from '@jest/globals';
import type { PlannedLine } from '@roundtrip/contracts';
import fc from 'fast-check';
import { linesOfChunk } from './planned-lines.js';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(',"raw":[', '"', '\\', '","email":"', ',"changes":[],"issues":[]', ']}', '\u2028', '🙂', '\ud800'),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const line: fc.Arbitrary<PlannedLine> = fc
  .record({
    line: fc.integer({ min: 1, max: 2_000_000 }),
    part: maybe(fc.integer({ min: 1, max: 9 })),
    contactNumber: maybe(text),
    writtenNumber: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, text),
    email: maybe(text),
    changes: fc.oneof(
      fc.constant([]),
      fc.array(fc.record({ field: fc.nat(6), old: fc.record({ value: text }), new: text }), { maxLength: 2 }),
    ),
    issues: fc.oneof(
      fc.constant([]),
      fc.array(fc.record({ code: fc.constant('CONFLICT' as const), message: text, column: text }), { maxLength: 2 }),
    ),
    raw: fc.array(text, { maxLength: 5 }),
  })
  .map((planned) => JSON.parse(JSON.stringify(planned)) as PlannedLine);

/** As plans are written now, and as they were written before: with the cells before the number. */
const now = ({ raw, ...rest }: PlannedLine): string => JSON.stringify({ ...rest, raw });
const before = ({ line: row, changes, issues, raw, ...rest }: PlannedLine): string =>
  JSON.stringify({ line: row, changes, issues, raw, ...rest });
const anyOrder = (planned: PlannedLine): string =>
  JSON.stringify(Object.fromEntries(Object.entries(planned).toReversed()));

/** What a line says, as far as it says something. */
const said = ({
  line: row,
  part,
  contactNumber,
  writtenNumber,
  email,
  changes,
  issues,
  raw,
}: PlannedLine): PlannedLine =>
  JSON.parse(
    JSON.stringify({ line: row, part, contactNumber, writtenNumber, email, changes, issues, raw }),
  ) as PlannedLine;

describe('the lines of a chunk', () => {
  it('are those that a parser reads, however old the plan is', () => {
    const written = fc.constantFrom(now, before, anyOrder);
    fc.assert(
      fc.property(fc.array(fc.tuple(line, written), { maxLength: 6 }), fc.boolean(), (lines, isEnded) => {
        const texts = lines.map(([planned, write]) => write(planned));
        const chunk = texts.join('\n') + (isEnded ? '\n' : '');
        expect(linesOfChunk(chunk).map(said)).toEqual(lines.map(([planned]) => said(planned)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep their cells when another number is put in', () => {
    const [read] = linesOfChunk('{"line":2,"contactNumber":"1","changes":[],"issues":[],"raw":["1","x"]}');
    expect({ ...read!, raw: read!.raw, contactNumber: '01' }).toMatchObject({ contactNumber: '01', raw: ['1', 'x'] });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PlannedField } from '@roundtrip/contracts';
import type { ChunkEntry, Transition, ValueChange } from '@roundtrip/database';
import { setText } from '@roundtrip/fields';
import { BSON } from 'mongodb';
import { closeChunk, closeTogether, TransitionTotals } from './chunk.rules.js';

const longCode = (index: number): string => `${'🎭'.repeat(56)}${String(index).padStart(4, '0')}`;
const fields = Array.from({ length: 998 }, (_, index): PlannedField => {
  const code = `F${String(index).padStart(39, '0')}`;
  return { path: `criteria.${code}`, code, name: '🎭'.repeat(200), kind: 'MULTI_LIST', newColumn: index + 1 };
});
const bytesOf = (transitions: (Transition | ValueChange)[]): number => {
  const named = transitions.map((row) => ({ ...row, ...fields.find(({ path }) => path === row.path) }));
  return BSON.calculateObjectSize({ named });
};

describe('the transition table', () => {
  it('fits into a document with a thousand fields that each go from many large sets to many others', () => {
    const entries = Array.from({ length: 12 }, (_, line): ChunkEntry => {
      const sets = (from: number) =>
        Object.fromEntries(fields.map(({ path }) => [path, [longCode(from), longCode(line), longCode(9999)]]));
      return { line, contactNumber: '1', rev: 1, previous: null, before: sets(1000 + line), after: sets(line) };
    });
    const closed = closeChunk({ lines: 12, entries, reports: [] }, fields);
    expect(closed.transitions.length).toBeLessThan(6_000);
    expect(bytesOf([...closed.transitions, ...(closed.valueChanges ?? [])])).toBeLessThan(15 * 1024 ** 2);
    const perField = closed.transitions.filter(({ path }) => path === fields[0]!.path);
    expect(perField.at(-1)).toMatchObject({ from: '(others)', to: '(others)' });
    expect(perField.reduce((sum, { lines }) => sum + lines, 0)).toBe(12);
  });

  it('keeps five hundred rows of each of a few fields', () => {
    const totals = new TransitionTotals(7);
    for (let index = 0; index < 600; index++) {
      totals.add({ path: 'criteria.A', from: 'Empty', to: `V${index}`, lines: 1 });
    }
    expect(totals.list()).toHaveLength(501);
    expect(totals.list().at(-1)).toEqual({ path: 'criteria.A', from: '(others)', to: '(others)', lines: 100 });
  });

  it('is the sum of those of the documents of a chunk', () => {
    const row = { path: 'criteria.A', from: 'Empty', to: 'X', lines: 2 };
    const added = (lines: number) => ({ path: 'criteria.A', change: 'added' as const, value: 'X', lines });
    const counts = { total: 3, applied: 2, unchanged: 1, rejected: 0, notAttempted: 0, overwritten: 0, warnings: 1 };
    const both = closeTogether(
      { counts, transitions: [row], valueChanges: [added(1)] },
      {
        counts: { ...counts, total: 4, rejected: 1 },
        transitions: [row, { ...row, to: 'Y' }],
        valueChanges: [added(2)],
      },
      fields,
    );
    expect(both).toEqual({
      counts: { total: 7, applied: 4, unchanged: 2, rejected: 1, notAttempted: 0, overwritten: 0, warnings: 2 },
      transitions: [
        { ...row, lines: 4 },
        { ...row, to: 'Y' },
      ],
      valueChanges: [{ path: 'criteria.A', change: 'added', value: 'X', lines: 3 }],
    });
  });

  it.each([
    [['JAZZ', 'ROCK'], 'JAZZ|ROCK'],
    [['x'.repeat(200)], 'x'.repeat(200)],
    [Array.from({ length: 60 }, (_, index) => `CODE-${String(index).padStart(3, '0')}`), / and 38 more$/],
  ])('shows of a set what has room: %#', (codes, shown) => {
    if (typeof shown === 'string') expect(setText(codes)).toBe(shown);
    else expect(setText(codes)).toMatch(shown);
    expect(setText(codes).length).toBeLessThan(220);
  });
});

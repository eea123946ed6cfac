import { describe, expect, it } from '@jest/globals';
import type { FieldValue, PlannedField } from '@roundtrip/contracts';
import type { ChunkEntry } from '@roundtrip/database';
import { type ChangeFilter, isWanted, toImportChange, wantedChange } from './changes.rules.js';

const field = (path: string, kind: PlannedField['kind']): PlannedField => {
  const code = path.slice(path.indexOf('.') + 1);
  return { path, code, name: `Name of ${code}`, kind, newColumn: 1 };
};
const fields = [
  field('criteria.JOB', 'LIST'),
  field('criteria.ARTS', 'MULTI_LIST'),
  field('criteria.NOTES', 'TEXT'),
  field('lastName', 'TEXT'),
  field('valid', 'BOOLEAN'),
];
const entry = (changes: Record<string, [before: FieldValue, after: FieldValue]>): ChunkEntry => ({
  line: 2,
  contactNumber: '0001',
  rev: 1,
  previous: null,
  before: Object.fromEntries(Object.entries(changes).map(([path, [before]]) => [path, before])),
  after: Object.fromEntries(Object.entries(changes).map(([path, [, after]]) => [path, after])),
});

describe('the changes that are asked for', () => {
  const job = entry({ 'criteria.JOB': ['TEACHER', null] });
  const arts = entry({ 'criteria.ARTS': [['OPERA'], ['OPERA', 'DANCE']] });
  const notes = entry({ 'criteria.NOTES': ['Old', 'New'], lastName: [null, 'Dupont'] });

  it.each<[ChangeFilter, ChunkEntry[]]>([
    [{}, [job, arts, notes]],
    [{ field: 'criteria.JOB' }, [job]],
    [{ field: 'JOB', from: 'TEACHER' }, [job]],
    [{ field: 'criteria.JOB', from: 'TEACHER', to: 'Empty' }, [job]],
    [{ field: 'criteria.JOB', from: 'TEACHER', to: 'ARTIST' }, []],
    [{ field: 'criteria.JOB', from: 'Empty' }, []],
    [{ field: 'criteria.ARTS', from: 'OPERA', to: 'OPERA|DANCE' }, [arts]],
    [{ field: 'criteria.ARTS', added: 'DANCE' }, [arts]],
    [{ field: 'criteria.ARTS', added: 'OPERA' }, []],
    [{ field: 'criteria.ARTS', removed: 'OPERA' }, []],
    // Free values are told apart only from none, as in the table.
    [{ field: 'criteria.NOTES', from: '…', to: '…' }, [notes]],
    [{ field: 'criteria.NOTES', from: 'Empty' }, []],
    [{ field: 'contact.lastName', from: 'Empty', to: '…' }, [notes]],
    [{ field: 'lastName' }, [notes]],
  ])('are those of the table: %j', (filter, found) => {
    const wanted = wantedChange(filter, fields);
    expect([job, arts, notes].filter((one) => isWanted(one, wanted))).toEqual(found);
  });

  it.each<[ChangeFilter]>([[{ from: 'TEACHER' }], [{ field: 'criteria.NONE' }], [{ field: 'valid' }]])(
    'are refused when the file has no such field: %j',
    (filter) => {
      expect(() => wantedChange(filter, fields)).toThrow(
        expect.objectContaining({
          status: 400,
          errors: [
            {
              pointer: 'field',
              message: [
                expect.objectContaining({ with: { fields: expect.stringContaining('criteria.JOB, criteria.ARTS') } }),
              ],
            },
          ],
        }),
      );
    },
  );

  it('are rows with each field as histories call it, without what no file shows', () => {
    const chunk = {
      decidedAt: new Date('2026-03-02T09:05:00.000Z'),
      requestedBy: { keyId: 'k', name: 'Box office', role: 'operator' as const },
    };
    const made = entry({ lastName: [null, 'Dupont'], valid: [null, true] });
    expect(toImportChange({ ...made, part: 2, overwritten: true }, chunk, fields)).toEqual({
      contactNumber: '0001',
      line: 2,
      part: 2,
      at: '2026-03-02T09:05:00.000Z',
      by: { type: 'key', id: 'k', name: 'Box office', role: 'operator' },
      fields: [
        { field: 'contact.lastName', code: 'lastName', name: 'Name of lastName', before: null, after: 'Dupont' },
      ],
      overwritten: true,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { columnsOf } from '../header/file-columns.js';
import { NameCells } from './name-cells.js';

const cellsOf = (header: string[]): NameCells => new NameCells(columnsOf(header));

describe('the names of a file', () => {
  it('are the cells of LAST_NAME and FIRST_NAME that have letters beyond ASCII', () => {
    const names = cellsOf(['EMAIL', 'first_name', 'CONTACT_NUMBER', 'LAST_NAME', '[new] NOTE - Note']);
    names.add('1', ['é@example.org', 'Zoé', '1', 'Petit', 'été']);
    names.add('2', ['', 'Bob', '2', 'Müller', '']);
    expect(names.list()).toEqual([
      { contactNumber: '1', field: 'firstName', text: 'Zoé' },
      { contactNumber: '2', field: 'lastName', text: 'Müller' },
    ]);
    const none = cellsOf(['CONTACT_NUMBER', '[new] NOTE - Note']);
    none.add('1', ['1', 'été']);
    expect(none.list()).toEqual([]);
  });

  it.each([1_000, 1_001, 50_000])('are 1,000 at most, from the whole of a file of %d', (count) => {
    const names = cellsOf(['CONTACT_NUMBER', 'LAST_NAME']);
    for (let at = 0; at < count; at++) names.add(String(at), [String(at), `Zoé${at}`]);
    const kept = names.list().map(({ contactNumber }) => Number(contactNumber));
    expect(kept.length).toBeLessThanOrEqual(1_000);
    expect(kept.length).toBeGreaterThan(490);
    const gaps = kept.slice(1).map((number, at) => number - kept[at]!);
    expect(new Set(gaps).size).toBe(1);
    expect(count - kept.at(-1)!).toBeLessThanOrEqual(gaps[0]!);
  });
});

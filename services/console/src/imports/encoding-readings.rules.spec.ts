import { describe, expect, it } from '@jest/globals';
import { readingsOf } from './encoding-readings.rules.js';

const reading = (encoding: 'windows-1252' | 'windows-1253' | 'macintosh', ...words: string[]) => ({ encoding, words });

describe('the readings of an import', () => {
  it('are those of its warning or of its error', () => {
    const readings = [reading('windows-1252', 'RenŽe')];
    const assumed = { code: 'ENCODING_ASSUMED' as const, message: 'It is a guess.', readings };
    const uncertain = { ...assumed, code: 'ENCODING_UNCERTAIN' as const };
    expect(readingsOf({ warnings: [assumed], firstErrors: [] })).toEqual(readings);
    expect(readingsOf({ warnings: [], firstErrors: [uncertain] })).toEqual(readings);
    expect(readingsOf({ warnings: [{ code: 'SAME_FILE_AGAIN', message: 'Again.' }], firstErrors: [] })).toBeUndefined();
  });

  it('come last when an encoding has no letter for a byte', () => {
    const readings = [
      reading('windows-1253', 'Ren\uFFFDe'),
      reading('windows-1252', 'RenŽe'),
      reading('macintosh', 'Renée'),
    ];
    const assumed = { code: 'ENCODING_ASSUMED' as const, message: 'It is a guess.', readings };
    expect(readingsOf({ warnings: [assumed], firstErrors: [] })?.map(({ encoding }) => encoding)).toEqual([
      'windows-1252',
      'macintosh',
      'windows-1253',
    ]);
  });
});

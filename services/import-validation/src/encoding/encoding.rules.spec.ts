import { describe, expect, it } from '@jest/globals';
import { fileEncoding } from '@roundtrip/contracts';
import { type OlderEncoding, olderEncodings } from '@roundtrip/csv';
import { readAs1252, savedIn } from '../../test/saved-in.js';
import { encodingByNames } from './encoding.rules.js';

interface OtherName {
  /** In the file. */
  text: string;
  /** Of the contact. */
  name: string;
}

/** A file saved in `encoding` with these names, and other texts besides. */
function found(encoding: OlderEncoding, names: readonly (string | OtherName)[], texts: readonly string[] = []) {
  const pairs = names.map((name) => (typeof name === 'string' ? { text: name, name } : name));
  const bytesSeen = new Uint8Array(256);
  for (const byte of savedIn(encoding, [...pairs.map(({ text }) => text), ...texts].join(''))) bytesSeen[byte] = 1;
  return encodingByNames(
    pairs.map(({ text, name }) => ({ text: readAs1252(savedIn(encoding, text)), name })),
    bytesSeen,
  );
}

describe('the encoding that names tell', () => {
  it('is one of the candidates that a request may name, in the same order', () => {
    expect(olderEncodings).toEqual(fileEncoding.options);
  });

  it.each([
    ['macintosh', ['René', 'Lefèvre', 'Zoë'], ['déjà vu']],
    ['windows-1250', ['Dvořák', 'Němcová', 'Žižka'], ['čtvrtek']],
    ['windows-1251', ['Чехов', 'Толстая'], ['опера']],
    ['windows-1253', ['Ελένη', 'Παπαδόπουλος'], ['όπερα']],
    ['windows-1254', ['Şahin', 'Yıldız', 'Güneş'], ['İstanbul']],
    ['windows-1257', ['Bērziņš', 'Kalniņa', 'Žukauskaitė'], ['rīts']],
    ['windows-1252', ['François', 'Zoë', 'Lefèvre'], ['œuvre à 5 €']],
    ['iso-8859-15', ['François', 'Lœwenstein'], ['œuvre à 5 €']],
  ] as const)('%s', (encoding, names, texts) => {
    expect(found(encoding, names, texts)).toEqual({ encoding, explained: names.length, compared: names.length });
  });

  it('is no question where several explain the names and read the whole file alike', () => {
    // é and ü are the same bytes in five of the candidates.
    expect(found('windows-1250', ['Müller', 'Réka'], ['été “ici”'])).toMatchObject({
      encoding: 'windows-1252',
    });
  });

  it('is open where several explain the names and another text tells them apart', () => {
    // The byte of ž in Windows-1250 is ž in Windows-1252, too, but that of č is è.
    expect(found('windows-1250', ['Müller', 'Réka'], ['večer'])).toBeUndefined();
    expect(found('windows-1252', ['Müller'], ['crème'])).toBeUndefined();
  });

  it('is the one that knows every byte, where another takes some for control characters', () => {
    expect(found('windows-1252', ['François'], ['l’été'])).toMatchObject({ encoding: 'windows-1252' });
    expect(found('iso-8859-15', ['François'], ['5 €'])).toBeUndefined();
  });

  it('is the one that explains more of the names, when it explains all that the other does', () => {
    const names = [...Array.from({ length: 30 }, (_, at) => `Müller${at}`), 'Şahin'];
    expect(found('windows-1254', names)).toEqual({ encoding: 'windows-1254', explained: 31, compared: 31 });
  });

  it.each([
    [18, 2, { encoding: 'macintosh', explained: 18, compared: 20 }],
    [17, 3, undefined],
  ])('needs nine in ten: %d names are as in the file, %d have changed', (same, changed, expected) => {
    const names = [
      ...Array.from({ length: same }, (_, at) => `René${at}`),
      ...Array.from({ length: changed }, (_, at) => ({ text: `Zoé${at}`, name: 'Zoé de la Tour' })),
    ];
    expect(found('macintosh', names)).toEqual(expected);
  });

  it('is compared in composed form, and without what a template puts before a formula', () => {
    expect(found('macintosh', [{ text: 'René', name: 'Rene\u0301' }])).toMatchObject({ encoding: 'macintosh' });
    expect(found('macintosh', [{ text: "'=né ", name: '=né' }])).toMatchObject({ encoding: 'macintosh' });
  });

  it('is open without names', () => {
    expect(found('macintosh', [], ['été'])).toBeUndefined();
  });
});

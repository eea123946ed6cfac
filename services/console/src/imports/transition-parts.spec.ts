import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '@roundtrip/gateway/api';
import { consoleWords, loadMessages } from '@roundtrip/words/console';
import { formatsOf } from '../words/format.js';
import { transitionParts } from './transition-parts.js';

const interests = {
  kind: 'MULTI_LIST',
  values: [{ code: 'OPERA', name: 'Oper' }],
} as unknown as Criterion;

describe('a value of the transition table', () => {
  const parts = async (path: string, text: string, criterion?: Criterion) =>
    transitionParts(path, text, {
      words: consoleWords('de-DE', await loadMessages('de')),
      formats: formatsOf('de-DE'),
      criterion,
      some: 'Ein Wert',
    });

  it.each([
    ['criteria.ARTS', 'Empty', 'Kein Wert'],
    ['authorisations.EMAIL', 'Empty', 'Leer'],
    ['authorisations.EMAIL', 'FALSE', 'Falsch'],
    ['criteria.NOTES', '…', 'Ein Wert'],
    ['criteria.ARTS', '(others)', 'Andere Werte'],
    ['kind', 'person', 'Person'],
    ['country', 'CH', 'Schweiz'],
  ])('of %s, %s, is said in the language of the page', async (path, text, said) => {
    expect((await parts(path, text)).map((part) => part.text)).toEqual([said]);
  });

  it('is each of its values with its name, and how many more there are', async () => {
    expect(await parts('criteria.INTERESTS', 'OPERA|OTHER and 38 more', interests)).toEqual([
      { text: 'Oper', code: 'OPERA' },
      { text: 'OTHER' },
      { text: 'und 38 weitere', told: true },
    ]);
  });

  it('is the text itself where the field has one value', async () => {
    const list = { ...interests, kind: 'LIST' } as Criterion;
    expect(await parts('criteria.ARTS', 'A and 2 more', list)).toEqual([{ text: 'A and 2 more' }]);
  });
});

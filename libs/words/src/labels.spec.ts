import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '@roundtrip/contracts/words';
import { catalogueFiles, type Messages, messagesOf } from './translation/catalogue-files.js';

const messagesIn = async (language: string): Promise<Messages> =>
  messagesOf(await catalogueFiles(join(import.meta.dirname, 'languages', language)));

/** Sheets, which are called the same in every language, and the menu of a spreadsheet. */
const elsewhere = ['Contacts', 'Values', 'How to', 'File'];

/** What is pressed is looked for by its label: who names it outside the console names it so, letter by letter. */
describe('a label that is named in an error, a mail or a workbook', () => {
  it.each(languages.filter((language) => language !== 'en'))('is the console’s: %s', async (language) => {
    const [english, translated] = [await messagesIn('en'), await messagesIn(language)];
    const labels = new Map(
      [...english].filter(([place]) => place.startsWith('console/')).map(([at, text]) => [text, at]),
    );
    const named = [...english]
      .filter(([place]) => !place.startsWith('console/'))
      .flatMap(([place, text]) =>
        [...text.matchAll(/[“"]([^”"{]+)[”"]/gu)].flatMap(([, label = '']) => {
          const at = labels.get(label);
          return at === undefined || elsewhere.includes(label) ? [] : [{ place, label: translated.get(at) ?? '' }];
        }),
      );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ place, label }) => !translated.get(place)?.includes(label))).toEqual([]);
  });
});

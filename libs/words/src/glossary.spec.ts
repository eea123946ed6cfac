import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@roundtrip/contracts/words';
import { IntlMessageFormat } from 'intl-messageformat';
import { glossary } from './glossary.js';
import { catalogueFiles, type Messages, messagesOf } from './translation/catalogue-files.js';

const others = languages.filter((language) => language !== 'en');

/** Where another word is right, or none, in one language or in all: why. */
const exceptions: Readonly<Record<string, string>> = {
  'requests.rule-node: value': 'names of properties',
  'requests.rule-node: field': 'names of properties',
  'requests.rule-property-unknown: value': 'names of properties',
  'requests.rule-property-unknown: field': 'names of properties',
  'requests.rule-field-names: contact': 'names of properties',
  'requests.rule-field-names: criterion': 'names of properties',
  'requests.rule-field-names: authorisation': 'names of properties',
  'fr console/issues.CONFLICT_REFUSAL: contact': 'who refuses is a person',
  'it console/import-details.undoRefusalsHint: authorisation': 'what a person gives, beside what is recorded of it',
  'it console/upload.overwriteRefusalsHint: authorisation': 'what a person gives, beside what is recorded of it',
  'it console/shell.signIn.stay: sign in': 'a short button, and the text above says it',
  'es console/shell.signIn.stay: sign in': 'a short button, and the text above says it',
};

/** Of the nodes of a parsed message: words. */
const LITERAL = 0;
type Nodes = ReturnType<IntlMessageFormat['getAst']>;

const literals = (nodes: Nodes): string[] =>
  nodes.flatMap((node) => {
    if ('options' in node) return Object.values(node.options).flatMap(({ value }) => literals(value));
    const type: number = node.type;
    return type === LITERAL && 'value' in node ? [node.value] : [];
  });

/** Sheets and columns are called the same in all languages. */
const names = /(?<=sheet )(?:Contacts|Values)|[“"](?:Contacts|Values)[”"]|\b[A-Z]+_[A-Z_]+\b/gu;

/** What is said, without the names of parameters and of what a `select` tells apart. */
const words = (message: string): string =>
  literals(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
    .join(' ')
    .replaceAll(names, '');

/** The terms that English says here; what is part of a longer one is that one. */
function termsIn(english: string): string[] {
  let rest = words(english);
  return Object.entries(glossary).flatMap(([name, { en }]) => {
    const without = rest.replaceAll(en, ' … ');
    if (without === rest) return [];
    rest = without;
    return [name];
  });
}

let english: Messages;
const translations = new Map<string, Messages>();
beforeAll(async () => {
  const messagesIn = async (language: string) =>
    messagesOf(await catalogueFiles(join(import.meta.dirname, 'languages', language)));
  english = await messagesIn('en');
  for (const language of others) translations.set(language, await messagesIn(language));
});

const isThere = (exception: string): boolean => english.has(/^(?:\w\w )?(.*): /.exec(exception)?.[1] ?? '');

describe('a term of the trade', () => {
  it('has its word in every language, and no second one', () => {
    const found = others.flatMap((language) =>
      [...english].flatMap(([key, message]) => {
        const said = translations.get(language)?.get(key);
        if (said === undefined) return [];
        return termsIn(message)
          .filter((name) => {
            const { [language]: word, never } = glossary[name]!;
            return !word.test(words(said)) || never?.[language]?.test(words(said));
          })
          .map((name) => ({ language, place: `${key}: ${name}`, message, said }));
      }),
    );
    const isExcused = ({ language, place }: { language: string; place: string }): boolean =>
      place in exceptions || `${language} ${place}` in exceptions;
    expect(found.filter((one) => !isExcused(one))).toEqual([]);
    // Nor is more excused than is different.
    const places = found.flatMap(({ language, place }) => [place, `${language} ${place}`]);
    expect(Object.keys(exceptions).filter((one) => isThere(one) && !places.includes(one))).toEqual([]);
  });

  it('would be missed where another word stands for it', () => {
    const { target, spreadsheet } = glossary;
    expect(termsIn('The target holds {n, plural, other {# contacts}}, as a header line')).toEqual([
      'header line',
      'target',
      'contact',
    ]);
    expect(target!.fr.test('La sélection est vide')).toBe(false);
    expect(spreadsheet!.never?.fr?.test('Ouvrez la feuille de calcul')).toBe(true);
  });
});

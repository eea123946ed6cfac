import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from '@roundtrip/contracts/words';
import { english, loadMessages } from './console.js';
import type { MessageTree } from './spoken.js';
import { messageProblem } from './translation/message-problem.js';
import { typeset } from './typography.js';

type Messages = ReadonlyMap<string, string>;

const flat = (tree: MessageTree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, node]) =>
    typeof node === 'string' ? [[path + key, node] as [string, string]] : flat(node, `${path}${key}.`),
  );
type Nodes = ReturnType<IntlMessageFormat['getAst']>;

/** Every part of a message, those within the branches of an argument as well. */
const partsOf = (nodes: Nodes): Nodes =>
  nodes.flatMap((one) => [
    one,
    ...('options' in one ? Object.values(one.options).flatMap(({ value }) => partsOf(value)) : []),
  ]);
const partsIn = (message: string): Nodes =>
  partsOf(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
// As the parser numbers what it finds.
const [WORDS, PLURAL] = [0, 6];
const isOf = (type: number) => (one: Nodes[number]) => (one.type as number) === type;
const literalsOf = (message: string): string[] =>
  partsIn(message)
    .filter(isOf(WORDS))
    .map((one) => ('value' in one ? one.value : ''));
const branchesOf = (message: string): string[][] =>
  partsIn(message)
    .filter(isOf(PLURAL))
    .map((one) => ('options' in one ? Object.keys(one.options) : []));

/** Messages that are the same in English, and are meant to be. */
const sameInEnglish: Partial<Record<string, readonly string[]>> = {
  fr: [
    'Menu',
    'Pages',
    'Code',
    'Import',
    'Contacts',
    '{n, plural, one {# contact} other {# contacts}}',
    'Date',
    'CSV',
    'E-mail',
    'Action',
    'Contact',
    'Organisation',
    'Institution',
  ],
  de: ['Name', 'Code', 'Import', 'Text', 'CSV', 'Person', 'Organisation', 'Institution'],
  it: ['CSV', 'Target', 'E-mail', 'File'],
  es: ['CSV'],
};

/** What is written alike in every language. */
const fixed = (message: string): string[] =>
  [
    ...new Set(
      message.match(/\[(?:old|new)\]|CONTACT_NUMBER|\b(?:TRUE|FALSE)\b|\.(?:xlsx?|xlsb|csv|zip|ods)\b/g) ?? [],
    ),
  ].toSorted();
/** The labels of what a person is told to press, which have to be those of her language. */
const labels = ['jobs.new', 'jobs.downloadTemplate', 'definitions.newCriterion', 'definitions.newAuthorisation'];

/** What a button shows, and what it is called where that does not tell it from others; beside `x` and `xOf`. */
const shownAndCalled: readonly (readonly [shown: string, called: string])[] = [
  ['common.edit', 'definitions.editOf'],
  ['common.remove', 'rule.removeCondition'],
  ['common.copy', 'criterionValues.copyCode'],
  ['common.copy', 'settings.copyKey'],
];

const inEnglish: Messages = new Map(flat(english));

describe.each(languages)('what the console says in %s', (language) => {
  let messages: Messages;
  const faulty = (isFault: (message: string, english: string, key: string) => boolean): unknown[] =>
    [...messages].filter(([key, message]) => isFault(message, inEnglish.get(key) ?? '', key));

  it('are the messages of English, with their parameters', async () => {
    messages = new Map(flat(await loadMessages(language)));
    expect([...messages.keys()]).toEqual([...inEnglish.keys()]);
    expect(faulty((message, like) => messageProblem(language, message, like) !== undefined)).toEqual([]);
  });

  it('have a singular and a plural in each plural', () => {
    const isWhole = (branches: string[]): boolean => branches.includes('one') && branches.includes('other');
    expect(faulty((message) => !branchesOf(message).every(isWhole))).toEqual([]);
  });

  it('are written with the marks of the language', () => {
    expect(faulty((message) => /[\u00a0\u202f]|^\s*$|^\s|\s$| {2}/.test(message))).toEqual([]);
    const marks = {
      en: /[„«»]/,
      fr: /["“”„]|«[^ ]|[^ ]»|[^ ][;?!]|[^ ]:(?!\d)/,
      de: /["”«»]|„[^“]*$|\s[:?!]/,
      it: /["“”„]|« | »|\s[:?!]/,
      es: /["“”„]|« | »|\s[:?!]|^[^¿]*\?|^[^¡]*!/,
    }[language as string] as RegExp;
    // The mark itself is what these name.
    expect(faulty((message, _, key) => marks.test(message) && !key.startsWith('settings.delimiters.'))).toEqual([]);
    expect(faulty((message) => / [:;?!»]|« /.test(typeset('fr', message)))).toEqual([]);
  });

  it('keep what is written alike everywhere, and name what is pressed by its label', () => {
    expect(faulty((message, like) => fixed(message).join() !== fixed(like).join())).toEqual([]);
    const missing = labels.flatMap((label) =>
      [...inEnglish].flatMap(([key, like]) =>
        like.includes(`"${inEnglish.get(label)}"`) && !messages.get(key)?.includes(messages.get(label) ?? '')
          ? [[key, label]]
          : [],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('call a button by what it shows, and more', () => {
    const named = [...messages.keys()]
      .filter((key) => key.endsWith('Of') && messages.has(key.slice(0, -2)))
      .map((key) => [key.slice(0, -2), key] as const);
    // Who speaks to the page says what can be seen (WCAG 2.5.3): not a word may stand in between.
    const isCalledOtherwise = ([shown, called]: readonly [string, string]): boolean =>
      !literalsOf(messages.get(called) ?? '').some((text) =>
        text.toLowerCase().includes(messages.get(shown)?.toLowerCase() ?? called),
      );
    const pairs = [...named, ...shownAndCalled].filter(([shown]) => !messages.get(shown)?.includes('{'));
    expect(pairs.length).toBeGreaterThan(shownAndCalled.length);
    expect(pairs.filter(isCalledOtherwise)).toEqual([]);
  });

  it('are not English', () => {
    if (language === 'en') return;
    const same: readonly string[] = sameInEnglish[language] ?? [];
    const hasWords = (message: string): boolean => literalsOf(message).some((text) => /\p{L}/u.test(text));
    expect(faulty((message, like) => message === like && hasWords(message) && !same.includes(message))).toEqual([]);
    const ordinary = /\b(?:the|and|of|with|your|is|are|this|that|which|lines?|columns?|cells?|rows?)\b/i;
    expect(faulty((message) => literalsOf(message).some((text) => ordinary.test(text)))).toEqual([]);
    // Nor is more excused than is the same.
    expect(
      same.filter((text) => ![...messages].some(([key, said]) => said === text && inEnglish.get(key) === text)),
    ).toEqual([]);
  });
});

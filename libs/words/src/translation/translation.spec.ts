import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@roundtrip/contracts/words';
import { type CatalogueFile, catalogueFiles, messagesOf } from './catalogue-files.js';
import { writeLanguage } from './language-folder.js';
import { messageProblem } from './message-problem.js';
import { translationProblems } from './translation-problems.js';
import { readTranslation, translatorsFile } from './translators-file.js';

const folders = join(import.meta.dirname, '../languages');
const others = languages.filter((language) => language !== 'en');

let english: CatalogueFile[];
let folder: string;
beforeAll(async () => {
  english = await catalogueFiles(join(folders, 'en'));
  folder = await mkdtemp(join(tmpdir(), 'words-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const messagesIn = async (language: string) => messagesOf(await catalogueFiles(join(folders, language)));
const filesBelow = async (place: string) =>
  (await readdir(place, { recursive: true }))
    .filter((path) => path.endsWith('.ts'))
    .toSorted((one, other) => (one < other ? -1 : 1));

describe('the catalogues', () => {
  it('are found, all files of them', () => {
    expect(english.map(({ path }) => path)).toEqual(expect.arrayContaining(['letters', 'sentences', 'sheets']));
    expect(messagesOf(english).get('letters.templateReady.keptUntil')).toMatch(/^The file is kept until/);
  });

  it.each(others)('say in %s all that English says, with the same parameters', async (language) => {
    const own = await catalogueFiles(join(folders, language));
    const paths = own.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(1);
    const like = messagesOf(english.filter(({ path }) => paths.includes(path)));
    expect(translationProblems(language, like, messagesOf(own))).toEqual([]);
  });

  it('lack all messages of a language that is not there', async () => {
    const messages = messagesOf(english);
    expect(translationProblems('pt', messages, await messagesIn('pt'))).toHaveLength(messages.size);
  });
});

describe('the file of a translator', () => {
  it('comes back as it went', async () => {
    const columns = new Map(
      await Promise.all(others.map(async (language) => [language, await messagesIn(language)] as const)),
    );
    const file = Buffer.from(translatorsFile(messagesOf(english), columns));
    for (const language of others) {
      const taken = await readTranslation(file, language);
      expect(taken).toEqual(columns.get(language));
      const files = english.filter(({ path }) => [...taken.keys()].some((key) => key.startsWith(`${path}.`)));
      await writeLanguage(join(folder, language), files, taken, join(folders, language === 'fr' ? 'de' : 'fr'));
      const written = await filesBelow(join(folder, language));
      expect(written).toEqual(await filesBelow(join(folders, language)));
      expect(messagesOf(await catalogueFiles(join(folder, language)))).toEqual(taken);
      for (const path of ['letters.ts', 'sheets.ts'])
        expect(await readFile(join(folder, language, path), 'utf8')).toBe(
          await readFile(join(folders, language, path), 'utf8'),
        );
    }
  });

  it('comes back from a spreadsheet, too, that parts its cells otherwise', async () => {
    const saved = Buffer.from('\uFEFFkey;English;pt\r\na.b;"One; two";"Um; ""dois"""\r\n');
    expect(await readTranslation(saved, 'pt')).toEqual(new Map([['a.b', 'Um; "dois"']]));
    const below = Buffer.concat([Buffer.from('\n> npm says what it runs\n\n'), saved]);
    expect((await readTranslation(below, 'pt')).size).toBe(1);
    await expect(readTranslation(saved, 'nl')).rejects.toThrow('no columns key and nl');
  });

  it('is not taken with what is missing, strange or wrong', () => {
    const ours = new Map([
      ['a', 'A'],
      ['b', 'B {n, number}'],
      ['c', 'C'],
    ]);
    const theirs = new Map([
      ['a', 'A {n, number'],
      ['b', 'B {m, number}'],
      ['d', 'D'],
    ]);
    expect(translationProblems('pt', ours, theirs)).toEqual([
      expect.stringMatching(/^a is no ICU message: /),
      'b lacks {n}',
      'c is not said',
      'd is no message of ours',
    ]);
  });
});

describe('a message of a translator', () => {
  const lines = '{n, plural, one {# line} other {# lines}} of {file}';
  const packed = '{packed, select, yes {Unzip it} other {Open it}} until {at, date, moment}';
  it.each([
    ['pt', '{n, plural, one {# linha} many {# de linhas} other {# linhas}} de {file}', lines],
    ['ja', '{file} の {n, plural, other {# 行}}', lines],
    ['pt', '{n, plural, =0 {nada} other {{n, number} linhas de {file}}}', lines],
    ['pt', 'Até {at, date, moment}: {packed, select, yes {descompacte} other {abra}}', packed],
  ])('is taken in %s: %s', (locale, message, like) => {
    expect(messageProblem(locale, message, like)).toBeUndefined();
  });

  it.each([
    ['{n, plural, one {# linha} other {# linhas}}', lines, 'lacks {file}'],
    ['{n, plural, other {#}} de {file} e {mais}', lines, 'has {mais}, which the English one has not'],
    ['{n} linhas de {file}', lines, 'takes {n} as a text, and it is a number'],
    ['{n, plural, one {# linha}} de {file}', lines, 'is no ICU message: MISSING_OTHER_CLAUSE'],
    ['{n, plural, uma {# linha} other {#}} de {file}', lines, 'is no ICU message: “uma” of {n} is no form of a plural'],
    ['{n, plural, other {# linhas} de {file}', lines, 'is no ICU message: '],
    ["d'água {n, number} {file}", lines, 'has a straight apostrophe, which is a sign of ICU: write ’'],
    [
      '{packed, select, sim {descompacte} other {abra}} até {at, date, moment}',
      packed,
      'asks whether {packed} is “sim”, which it never is',
    ],
  ])('is not taken: %s', (message, like, problem) => {
    expect(messageProblem('pt', message, like)).toContain(problem);
  });
});

import { describe, expect, it } from '@jest/globals';
import { cellCodes, issueCodes, lineCodes, warningCodes } from '@roundtrip/contracts';
import { en } from './en.js';
import { explainInEnglish } from './explanations.en.js';
import { explainInFrench } from './explanations.fr.js';
import { fr } from './fr.js';

type Leaf = [key: string, value: unknown];

const leaves = (node: object, path = ''): Leaf[] =>
  Object.entries(node).flatMap(([key, value]): Leaf[] =>
    typeof value === 'object' && value !== null
      ? leaves(value as object, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  );
const keys = (catalogue: object): string[] => leaves(catalogue).map(([key]) => key);

describe('the catalogues', () => {
  it('say the same things', () => {
    expect(keys(en).length).toBeGreaterThan(200);
    expect(keys(fr)).toEqual(keys(en));
  });

  it.each([
    ['English', en],
    ['French', fr],
  ])('leave nothing unsaid in %s', (_, catalogue) => {
    const said = leaves(catalogue).map(([key, value]) => {
      if (typeof value !== 'function') return [key, value];
      return [key, (value as (...given: unknown[]) => string)(3, 3, 3)];
    });
    expect(said.filter(([, text]) => String(text).trim() === '')).toEqual([]);
    expect(said.filter(([, text]) => /undefined|NaN|\[object/.test(String(text)))).toEqual([]);
  });

  it('name every error code', () => {
    expect(Object.keys(en.issues).toSorted()).toEqual([...issueCodes].toSorted());
  });

  it('explain every error code in French, with no space at which a line may break before a mark', () => {
    const explanations = issueCodes.map((code) => explainInFrench(code) ?? code);
    expect(explanations.filter((text) => !text.endsWith('.'))).toEqual([]);
    const french = [...explanations, ...leaves(fr).map(([, value]) => value)];
    expect(french.filter((text) => typeof text === 'string' && / [:;?!»]|« /.test(text))).toEqual([]);
  });

  it('explain in English, too, what many lines have in common', () => {
    const ofLines = [...lineCodes, ...cellCodes, ...warningCodes];
    expect(ofLines.map((code) => explainInEnglish(code) ?? code).filter((text) => !text.endsWith('.'))).toEqual([]);
  });

  it('form the plural as the language does', () => {
    expect([en.lines(0), en.lines(1), en.lines(1234)]).toEqual(['0 lines', '1 line', '1,234 lines']);
    const { rejected } = fr.jobs.counts;
    expect([rejected(1), rejected(2), en.jobs.counts.warnings(1)]).toEqual(['rejetée', 'rejetées', 'warning']);
    expect([fr.lines(0), fr.lines(1), fr.lines(1234)]).toEqual(['0 ligne', '1 ligne', '1\u202f234 lignes']);
  });
});

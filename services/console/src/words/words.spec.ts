import { describe, expect, it } from '@jest/globals';
import { cellCodes, issueCodes, lineCodes, warningCodes } from '@roundtrip/contracts';
import { english } from '@roundtrip/words/console';
import { explainInEnglish } from './explanations.en.js';
import { explainInFrench } from './explanations.fr.js';

describe('the words of the console', () => {
  it('name every error code', () => {
    expect(Object.keys(english.issues).toSorted()).toEqual([...issueCodes].toSorted());
  });

  it('explain every error code in French, with no space at which a line may break before a mark', () => {
    const explanations = issueCodes.map((code) => explainInFrench(code) ?? code);
    expect(explanations.filter((text) => !text.endsWith('.'))).toEqual([]);
    expect(explanations.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  it('explain in English, too, what many lines have in common', () => {
    const ofLines = [...lineCodes, ...cellCodes, ...warningCodes];
    expect(ofLines.map((code) => explainInEnglish(code) ?? code).filter((text) => !text.endsWith('.'))).toEqual([]);
  });
});

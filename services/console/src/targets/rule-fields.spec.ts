import { describe, expect, it } from '@jest/globals';
import { operatorsByKind } from '@roundtrip/contracts';
import { contactFields } from '@roundtrip/fields';
import { consoleWords, english } from '@roundtrip/words/console';
import { ruleFieldsOf } from './rule-fields.js';

describe('what the editor of rules offers', () => {
  it('has words for every operator', () => {
    const all = [...new Set(Object.values(operatorsByKind).flat())];
    expect(Object.keys(english.rule.operators).toSorted()).toEqual(all.toSorted());
  });

  it('are the fields of a contact, with their values', () => {
    const offered = ruleFieldsOf([], [], consoleWords('en', english), 'en').map(({ field, kind, values }) => ({
      field,
      kind,
      values: values.map(({ value }) => value).toSorted(),
    }));
    const taken = contactFields.map(({ planPath, kind, values }) => ({
      field: planPath,
      kind,
      values: values.map(({ code }) => code).toSorted(),
    }));
    expect(offered).toEqual(taken);
  });
});

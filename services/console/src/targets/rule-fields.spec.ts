import { describe, expect, it } from '@jest/globals';
import { contactFields, operandOf as apiOperandOf, operatorsByKind } from '@roundtrip/contacts';
import { en } from '../words/en.js';
import { operandOf, operatorsOf } from './operators.js';
import { ruleFieldsOf } from './rule-fields.js';

// The page carries no code of ours but its own; what it repeats is held to the original here.
describe('what the editor of rules offers', () => {
  it('are the operators that the API takes, with what each compares with', () => {
    expect(operatorsOf).toEqual(operatorsByKind);
    const all = [...new Set(Object.values(operatorsByKind).flat())];
    for (const operator of all) expect([operator, operandOf(operator)]).toEqual([operator, apiOperandOf(operator)]);
    expect(Object.keys(en.rule.operators).toSorted()).toEqual(all.toSorted());
  });

  it('are the fields of a contact, with their values', () => {
    const offered = ruleFieldsOf([], [], en, 'en').map(({ field, kind, values }) => ({
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

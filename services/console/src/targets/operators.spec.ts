import { expect, it } from '@jest/globals';
import { operandOf as operandOnTheServer, operatorsByKind } from '@roundtrip/contacts';
import { operandOf, operatorsOf } from './operators.js';

/** The page may import no code of ours: its table is a copy, which this holds to the one that rules are checked by. */
it('offers for each kind of field the operators that a rule may hold, with the same operands', () => {
  expect(operatorsOf).toEqual(operatorsByKind);
  const operators = [...new Set(Object.values(operatorsByKind).flat())];
  expect(operators.map((operator) => [operator, operandOf(operator)])).toEqual(
    operators.map((operator) => [operator, operandOnTheServer(operator)]),
  );
});

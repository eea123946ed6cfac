import { type FieldKind, type Operand, operandByOperator, type Operator } from '@roundtrip/contracts/words';
import type { ConsoleWords } from '@roundtrip/words/console';

/** `one` for an operator that a rule of another time may hold. */
export const operandOf = (operator: string): Operand => operandByOperator[operator as Operator] ?? 'one';

/** A date is before or after another, not less or more. */
export function operatorWords({ rule }: ConsoleWords, kind: FieldKind | undefined, is: string): string {
  const ofDates: Record<string, string | undefined> = kind === 'DATE' ? rule.dateOperators : {};
  return ofDates[is] ?? rule.operators[is as Operator] ?? is;
}

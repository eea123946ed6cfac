import type { CriterionValue } from '../field-definition.js';
import { identifierText } from '../letters.js';

/**
 * What belongs to each value, by the letters of its code. A code that is older than the rule that codes are stored in composed form is found
 * as well, and stays as contacts hold it; where two codes have the same letters, the one that is stored so wins.
 */
export function byLetters<T>(
  values: readonly CriterionValue[],
  read: (value: CriterionValue, index: number) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  values.forEach((value, index) => {
    const letters = identifierText(value.code);
    if (!found.has(letters) || letters === value.code) found.set(letters, read(value, index));
  });
  return found;
}

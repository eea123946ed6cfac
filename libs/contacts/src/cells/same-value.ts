import type { FieldValue } from '@roundtrip/contracts';
import { unifyLineBreaks } from './cell-text.js';

/** MULTI_LIST values are sets; texts that differ only in how a line break is written are the same; null is no value. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return unifyLineBreaks(a) === unifyLineBreaks(b);
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && b.every((code) => left.has(code));
}

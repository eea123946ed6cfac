import type { FieldValue } from '@roundtrip/contracts';
import { composed } from '../letters.js';
import { unifyLineBreaks } from './cell-text.js';

/** MULTI_LIST values are sets; texts that differ only in how a line break or an accent is stored are the same; null is no value. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return sameText(a) === sameText(b);
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  const left = new Set(a.map(composed));
  const right = new Set(b.map(composed));
  return left.size === right.size && [...right].every((code) => left.has(code));
}

const sameText = (text: string): string => composed(unifyLineBreaks(text));

import { FIELD_ERRORS_SHOWN, type FieldFault } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';
import { placeOf } from './zod-pointers.js';

/** NUL cannot stand in what the database looks for, and half of a character is no text: nothing of ours holds either. */
const unstorable = /\0|\p{Cs}/u;

export const isStorable = (value: unknown): boolean => placesOf(value, []).next().done === true;

/**
 * @param style how the places are named
 * @throws Problem 422 that names each place
 */
export function requireStorable(value: unknown, style: 'pointer' | 'name'): void {
  const errors: FieldFault[] = [];
  for (const path of placesOf(value, [])) {
    errors.push({
      pointer: placeOf(path, style),
      message: [sentence('character-invalid')],
    });
    if (errors.length === FIELD_ERRORS_SHOWN) break;
  }
  if (errors.length === 0) return;
  throw new Problem(422, 'CHARACTER_INVALID', sentence('characters-invalid'), { errors });
}

/** Where such texts are. The names of properties are not quoted: what holds them is named. Bodies are not deep (json-body.reader.ts). */
function* placesOf(value: unknown, path: readonly PropertyKey[]): Generator<readonly PropertyKey[], void> {
  if (typeof value === 'string') {
    if (unstorable.test(value)) yield path;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (unstorable.test(key)) yield path;
    else yield* placesOf(part, [...path, key]);
  }
}

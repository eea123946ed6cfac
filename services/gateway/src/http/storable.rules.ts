import { type FieldError, FIELD_ERRORS_SHOWN } from '@roundtrip/contracts';
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
  const errors: FieldError[] = [];
  for (const path of placesOf(value, [])) {
    errors.push({
      pointer: placeOf(path, style),
      message: 'This holds NUL or half of a character, which no text may.',
    });
    if (errors.length === FIELD_ERRORS_SHOWN) break;
  }
  if (errors.length === 0) return;
  const detail = 'A text holds NUL or half of a character, which no text may. Please leave it out.';
  throw new Problem(422, 'CHARACTER_INVALID', detail, { errors });
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

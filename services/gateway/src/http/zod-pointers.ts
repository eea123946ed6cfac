import type { FieldError } from '@roundtrip/contracts';
import type { z } from 'zod';

const escape = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) into a body, or the name of a parameter. */
export const placeOf = (path: readonly PropertyKey[], style: 'pointer' | 'name'): string =>
  style === 'pointer' ? path.map((part) => `/${escape(part)}`).join('') : path.map(String).join('.');

/** What is wrong and where. Each key that is not known gets a pointer of its own. Messages never quote values. */
export function pointersOf(error: z.ZodError, style: 'pointer' | 'name'): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ pointer: placeOf(issue.path, style), message: sentence(issue.message) }];
    return issue.keys.map((key) => ({
      pointer: placeOf([...issue.path, key], style),
      message: 'This is not known here.',
    }));
  });
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

import { type FieldError, type Language, shownDetail, shownMessage } from '@roundtrip/contracts';
import { saidText } from '@roundtrip/words';
import { z } from 'zod';
import type { Problem } from './problem.errors.js';

export const problemBody = z
  .object({
    type: z.string().describe('A name for the kind of problem'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; programs decide by it'),
    detail: z.string().describe('What is wrong, for people'),
    errors: z.array(
      z.object({
        pointer: z.string().describe('JSON pointer into the body, or the name of a parameter'),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457' });
export type ProblemBody = z.infer<typeof problemBody>;

export function toProblemBody(language: Language, { status, code, says, errors: faults }: Problem): ProblemBody {
  const words = code.toLowerCase().replaceAll('_', ' ');
  const errors = faults.map(({ pointer, message }) => ({
    pointer,
    message: shownMessage(saidText(language, message)),
  }));
  return {
    type: `urn:roundtrip:problem:${words.replaceAll(' ', '-')}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    detail: shownDetail(saidText(language, says) || errors.map(inOneText).join(' ')),
    errors,
  };
}

/** Of a parameter or a form field its name is said; a pointer into a body is for programs. */
const inOneText = ({ pointer, message }: FieldError): string =>
  pointer === '' || pointer.startsWith('/') ? message : `${pointer}: ${message}`;

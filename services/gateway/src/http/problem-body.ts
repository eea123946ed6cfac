import {
  type FieldError,
  type Language,
  type Said,
  type SentenceParams,
  sentenceParams,
  shownDetail,
  shownMessage,
} from '@roundtrip/contracts';
import { saidParams, saidText } from '@roundtrip/words';
import { z } from 'zod';
import type { Problem } from './problem.errors.js';

export const problemBody = z
  .object({
    type: z.string().describe('A name for the kind of problem'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; programs decide by it'),
    detail: z.string().describe('What is wrong, for people: in the language of `Content-Language`'),
    params: sentenceParams.optional().describe('Of the detail, for programs'),
    errors: z.array(
      z.object({
        pointer: z.string().describe('JSON pointer into the body, or the name of a parameter'),
        message: z.string(),
        params: sentenceParams.optional().describe('Of the message, for programs'),
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
    ...paramsOf(message),
  }));
  return {
    type: `urn:roundtrip:problem:${words.replaceAll(' ', '-')}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    detail: shownDetail(saidText(language, says) || errors.map(inOneText).join(' ')),
    ...paramsOf(says),
    errors,
  };
}

function paramsOf(said: Said): { params?: SentenceParams } {
  const params = saidParams(said);
  return params === undefined ? {} : { params };
}

/** Of a parameter or a form field its name is said; a pointer into a body is for programs. */
const inOneText = ({ pointer, message }: FieldError): string =>
  pointer === '' || pointer.startsWith('/') ? message : `${pointer}: ${message}`;

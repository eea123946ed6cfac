import {
  type FieldError,
  type Language,
  languages,
  type Said,
  type SentenceParams,
  sentenceParams,
  shownDetail,
  shownMessage,
} from '@roundtrip/contracts';
import { saidParams, saidText } from '@roundtrip/words';
import { z } from 'zod';
import type { Problem } from './problem.errors.js';

const error = z.object({
  pointer: z.string().describe('JSON pointer into the body, or the name of a parameter'),
  message: z.string(),
  params: sentenceParams.optional().describe('Of the message, for programs'),
});

export const problemBody = z
  .object({
    type: z.string().describe('A name for the kind of problem'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; programs decide by it'),
    detail: z.string().describe('What is wrong, for people: in the language of `Content-Language`'),
    params: sentenceParams.optional().describe('Of the detail, for programs'),
    errors: z.array(error),
    translations: z
      .partialRecord(z.enum(languages), z.object({ detail: z.string(), errors: z.array(error.omit({ params: true })) }))
      .optional()
      .describe(
        'Only with `Prefer: translations`: the same in every language, for a page whose language may be changed',
      ),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457' });
export type ProblemBody = z.infer<typeof problemBody>;

export function toProblemBody(language: Language, problem: Problem): ProblemBody {
  const { status, code, says } = problem;
  const words = code.toLowerCase().replaceAll('_', ' ');
  const { detail, errors } = problemWords(language, problem);
  return {
    type: `urn:roundtrip:problem:${words.replaceAll(' ', '-')}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    code,
    detail,
    ...paramsOf(says),
    errors: errors.map((one, at) => ({ ...one, ...paramsOf(problem.errors[at]?.message ?? []) })),
  };
}

type ProblemWords = NonNullable<NonNullable<ProblemBody['translations']>[Language]>;

/** What the problem says, for people. */
function problemWords(language: Language, { says, errors: faults }: Problem): ProblemWords {
  const errors = faults.map(({ pointer, message }) => ({
    pointer,
    message: shownMessage(saidText(language, message)),
  }));
  return { detail: shownDetail(saidText(language, says) || errors.map(inOneText).join(' ')), errors };
}

/** The same in every language: what was refused is not asked for again when a page changes its language. */
export const problemTranslations = (problem: Problem): Record<Language, ProblemWords> =>
  Object.fromEntries(languages.map((language) => [language, problemWords(language, problem)])) as Record<
    Language,
    ProblemWords
  >;

function paramsOf(said: Said): { params?: SentenceParams } {
  const params = saidParams(said);
  return params === undefined ? {} : { params };
}

/** Of a parameter or a form field its name is said; a pointer into a body is for programs. */
const inOneText = ({ pointer, message }: FieldError): string =>
  pointer === '' || pointer.startsWith('/') ? message : `${pointer}: ${message}`;

import type { FieldFault, Language, Said } from '@roundtrip/contracts';
import { sentence } from '@roundtrip/words';
import { z } from 'zod';

const escape = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) into a body, or the name of a parameter. */
export const placeOf = (path: readonly PropertyKey[], style: 'pointer' | 'name'): string =>
  style === 'pointer' ? path.map((part) => `/${escape(part)}`).join('') : path.map(String).join('.');

const { en, fr, de, it, es } = z.locales;
const localeErrors: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  en: en().localeError,
  fr: fr().localeError,
  de: de().localeError,
  it: it().localeError,
  es: es().localeError,
};

/** For a parser: what is wrong is said in the language, by zod itself. */
export const inWords = (language: Language) => ({ error: localeErrors[language] });

/** What a schema of ours says of a value: a sentence of the catalogues. */
const forms = [
  'definition-code-form',
  'target-code-form',
  'value-code-form',
  'name-form',
  'domain-form',
  'groups-twice',
  'page-limit',
] as const;
type Form = (typeof forms)[number];
export const saying = (form: Form): { error: Form } => ({ error: form });

/** What is wrong and where. Each key that is not known gets a pointer of its own. Messages never quote values. */
export function pointersOf(error: z.ZodError, style: 'pointer' | 'name'): FieldFault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ pointer: placeOf(issue.path, style), message: messageOf(issue) }];
    return issue.keys.map((key) => ({
      pointer: placeOf([...issue.path, key], style),
      message: [sentence('property-unknown')],
    }));
  });
}

function messageOf({ message }: z.core.$ZodIssue): Said {
  const form = forms.find((one) => one === message);
  return form === undefined ? withStop(message) : [sentence(form)];
}

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

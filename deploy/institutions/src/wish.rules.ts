import { isName } from '@roundtrip/contacts';
import { InstitutionsProblem } from './problem.errors.js';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

export interface Wish {
  name: string;
  language: Language;
  delimiter: ',' | ';';
  allowedEmailDomains: string[];
}

const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A French spreadsheet reads and writes `;`. */
const delimiters: Readonly<Record<Language, Wish['delimiter']>> = { en: ',', fr: ';' };

/** @throws InstitutionsProblem that says what to write instead */
export function wishFrom(given: { name?: string | undefined; language?: string | undefined; domains: string }): Wish {
  const { name = '', domains } = given;
  if (!isName(name)) throw new InstitutionsProblem('--name: a name has 1 to 200 characters in one line.');
  const language = languages.find((one) => one === given.language);
  if (!language) throw new InstitutionsProblem(`--language: choose one of ${languages.join(', ')}.`);
  return { name, language, delimiter: delimiters[language], allowedEmailDomains: domainsIn(domains) };
}

/** `none`, or domains separated by commas. */
function domainsIn(text: string): string[] {
  if (text.trim().toLowerCase() === 'none') return [];
  const domains = text
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim().replace(/^@/, ''))
    .filter((domain) => domain !== '');
  if (domains.length === 0) throw new InstitutionsProblem('--domains: write theatre.example,city.example, or none.');
  const wrong = domains.find((domain) => !domainName.test(domain));
  if (wrong !== undefined)
    throw new InstitutionsProblem(`--domains: ${wrong.slice(0, 100)} is no domain, such as theatre.example.`);
  return [...new Set(domains)];
}

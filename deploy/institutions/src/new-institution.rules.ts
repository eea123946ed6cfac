import { isLanguage, languages } from '@roundtrip/contracts';
import type { InstitutionDocument } from '@roundtrip/database';
import { isEmailDomain, isName } from '@roundtrip/fields';
import { InstitutionsProblem } from './problem.errors.js';

/** What is known of an institution before it is there. */
export type NewInstitution = Omit<InstitutionDocument, '_id' | 'recentPaces'>;

/** Where a comma stands before decimals, a spreadsheet reads and writes `;`. */
const delimiters: Readonly<Record<NewInstitution['language'], NewInstitution['delimiter']>> = {
  en: ',',
  fr: ';',
  de: ';',
  it: ';',
  es: ';',
};

/** @throws InstitutionsProblem that says what to write instead */
export function newInstitutionFrom(given: {
  name?: string | undefined;
  language?: string | undefined;
  domains: string;
}): NewInstitution {
  const { name = '', language, domains } = given;
  if (!isName(name)) throw new InstitutionsProblem('--name: a name has 1 to 200 characters in one line.');
  if (!isLanguage(language)) throw new InstitutionsProblem(`--language: choose one of ${languages.join(', ')}.`);
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
  const wrong = domains.find((domain) => !isEmailDomain(domain));
  if (wrong !== undefined)
    throw new InstitutionsProblem(`--domains: ${wrong.slice(0, 100)} is no domain, such as theatre.example.`);
  return [...new Set(domains)];
}

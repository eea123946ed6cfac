import { type ContactDocument, contactId, searchKeysOf } from '@roundtrip/database';
import type { DemoInstitution } from './institutions.js';
import { companies, firstNames, lastNames, places, plain, streets } from './names.js';
import { type Random, randomOf } from './random.js';

export interface ContactsOptions {
  institution: string;
  like: DemoInstitution;
  /** The same seed makes the same contacts. */
  seed: number;
  /** Among them a few that are not valid or are anonymised, which no target holds. */
  withUnusable: boolean;
}

const MADE_AT = new Date('2025-01-15T08:00:00Z');
/** Neighbours live together now and then: same name, same place, same e-mail. */
const HOUSEHOLD = 3;

/** Contact number `index` (from 0) of an institution; depends on nothing but the arguments. */
export function contactAt(index: number, options: ContactsOptions): ContactDocument {
  const random = randomOf(options.seed, index);
  const organisation = random.chance(0.06);
  // Numbers are texts: leading zeros count, and some have letters.
  const contactNumber = organisation ? `ORG-${String(index + 1).padStart(6, '0')}` : String(index + 1).padStart(8, '0');
  const anonymised = options.withUnusable && index % 500 === 499;
  const { institution } = options;
  const details: Details = anonymised
    ? {}
    : organisation
      ? organisationDetails(random, index)
      : personDetails(random, index, options.seed);
  return {
    _id: contactId(institution, contactNumber),
    institution,
    contactNumber,
    kind: organisation ? 'organisation' : 'person',
    ...details,
    searchKeys: searchKeysOf({ ...details, institution, contactNumber }),
    criteria: defined(options.like.criteria.map((criterion) => [criterion.code, criterion.valueOf(random)])),
    authorisations: defined(options.like.authorisations.map(({ code }) => [code, consent(random)])),
    valid: !(options.withUnusable && index % 250 === 124),
    anonymised,
    rev: 1,
    lastChange: null,
    createdAt: MADE_AT,
    updatedAt: MADE_AT,
  };
}

/** Contacts `from` (inclusive) to `to` (exclusive). */
export function* generateContacts(from: number, to: number, options: ContactsOptions): Generator<ContactDocument> {
  for (let index = from; index < to; index++) yield contactAt(index, options);
}

type Details = Partial<ContactDocument>;

function personDetails(own: Random, index: number, seed: number): Details {
  const household = Math.floor(index / HOUSEHOLD);
  const shared = randomOf(seed, -1 - household);
  const together = shared.chance(0.15);
  const source = together ? shared : own;
  const [lastName, place, street] = [source.pick(lastNames), source.pick(places), source.pick(streets)];
  const firstName = own.pick(firstNames);
  const address = together
    ? `famille.${plain(lastName)}.${household}@example.org`
    : `${plain(firstName)}.${plain(lastName)}.${index}@${own.pick(['example.org', 'example.net', 'mail.example.com'])}`;
  return defined([
    ['title', maybe(own, 0.6, () => own.pick(['Mme', 'M.', 'Dr', 'Frau', 'Mr']))],
    ['lastName', lastName],
    ['firstName', maybe(own, 0.96, () => firstName)],
    ['email', maybe(own, 0.9, () => address)],
    ['phone', maybe(own, 0.3, () => phone(own, '+33 4'))],
    ['mobile', maybe(own, 0.6, () => phone(own, '+33 6'))],
    ['street', maybe(own, 0.8, () => `${1 + own.below(120)} ${street}`)],
    ['postcode', place.postcode],
    ['city', place.city],
    ['country', maybe(own, 0.95, () => place.country)],
    ['language', maybe(own, 0.9, () => own.pick(['fr', 'fr', 'de', 'en']))],
    ['birthDate', maybe(own, 0.5, () => `${1940 + own.below(65)}-${two(1 + own.below(12))}-${two(1 + own.below(28))}`)],
  ]);
}

function organisationDetails(random: Random, index: number): Details {
  const place = random.pick(places);
  return defined([
    ['company', random.pick(companies)],
    ['lastName', maybe(random, 0.5, () => random.pick(lastNames))],
    ['email', maybe(random, 0.8, () => `contact.${index % 97}@organisation.example`)],
    ['phone', maybe(random, 0.8, () => phone(random, '+33 1'))],
    ['postcode', place.postcode],
    ['city', place.city],
    ['country', place.country],
  ]);
}

/** True, false, or nothing: never stated. */
function consent(random: Random): boolean | undefined {
  const dice = random.fraction();
  return dice < 0.4 ? true : dice < 0.65 ? false : undefined;
}

const maybe = <T>(random: Random, share: number, value: () => T): T | undefined =>
  random.chance(share) ? value() : undefined;
const two = (count: number): string => String(count).padStart(2, '0');
const phone = (random: Random, prefix: string): string =>
  `${prefix}${two(random.below(100))} ${two(random.below(100))} ${two(random.below(100))}`;

/** A field without a value has no key. */
function defined<V>(entries: [string, V | undefined][]): Record<string, V> {
  return Object.fromEntries(entries.filter((entry): entry is [string, V] => entry[1] !== undefined));
}

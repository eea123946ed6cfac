// What the users of one run do, from a seed alone: several imports over the same contacts at once, a check, a template, a
// cancellation, and then undos. All but two of the imports keep to fields of their own, so that their outcome does not depend
// on who is first; those two, the rivals, write the same cells.
import type { DataType, FieldValue, ImportAction } from '@roundtrip/contracts';
import { type ContactDocument, contactId } from '@roundtrip/database';
import { generateContacts, type Random, randomOf, theatre } from '@roundtrip/demo';
import { type AskedLine, contactsCsv, templateCsv } from './scenario-files.js';

export const contactCount = 600;
export const rivals = ['rival-one', 'rival-two'] as const;
/** The fields that the rivals fight for. */
export const contested = ['PHONE', 'EMAIL'] as const;
/** Only this import names the contacts that faults may erase. */
export const erasableUpload = 'erasable';
const erasableNumber = /^N-E\d+$/;
const erasableCount = 300;
/** Whoever mails to an address that begins so is refused for good. */
export const refusedMailbox = 'refused';

export interface PlannedUpload {
  label: string;
  dataType: DataType;
  action: ImportAction;
  onConflict: 'reject' | 'overwrite';
  csv: string;
  /** The part of the address before the `@`, when a mail is asked for. */
  mailbox?: string;
}

export interface Scenario {
  seed: number;
  uploads: PlannedUpload[];
  template: { label: string; mailbox?: string };
  /** Wait after the upload; who is too late finds an import that is over. */
  cancel: { label: string; afterMs: number };
  /** After all of these are over. */
  undos: { label: string; of: string; overwriteRefusals: boolean; mailbox?: string }[];
  lateUploads: PlannedUpload[];
  /** What each rival asks of each contact. */
  rivals: { lines: Map<string, AskedLine>; overwrite: boolean }[];
}

export const isErasable = ({ contactNumber }: Pick<ContactDocument, 'contactNumber'>): boolean =>
  erasableNumber.test(contactNumber);

/** Beside the contacts of the demo, and like them. */
export const erasableContacts = (institution: string): ContactDocument[] =>
  [...generateContacts(0, erasableCount, { institution, like: theatre, seed: 0, withUnusable: false })].map(
    (contact, index) => {
      const contactNumber = `N-E${index}`;
      return { ...contact, _id: contactId(institution, contactNumber), contactNumber, authorisations: {} };
    },
  );

/** The contacts of a run before anything happened, without their institution. */
export const contactsOf = (institution: string, seed: number): ContactDocument[] => [
  ...generateContacts(0, contactCount, { institution, like: theatre, seed, withUnusable: true }),
];

const nameOf = (code: string): string => theatre.authorisations.find((field) => field.code === code)?.name ?? code;
const authorisations = (...codes: string[]) => codes.map((code) => ({ code, name: nameOf(code) }));
const texts = ['TRUE', 'FALSE', 'Empty'] as const;
export const consentText = (value: boolean | undefined): string =>
  value === undefined ? 'Empty' : value ? 'TRUE' : 'FALSE';

export function scenarioOf(seed: number): Scenario {
  const contacts = contactsOf('any', seed);
  const usable = contacts.filter(({ valid, anonymised }) => valid === true && !anonymised);
  const random = randomOf(seed, 1_000_000);
  const mailbox = (label: string) => (random.chance(0.5) ? { mailbox: label } : {});
  const upload = (label: string, more: Pick<PlannedUpload, 'csv'> & Partial<PlannedUpload>): PlannedUpload => ({
    label,
    dataType: 'authorisations',
    action: 'update',
    onConflict: 'reject',
    ...mailbox(label),
    ...more,
  });
  const file = (codes: string[], options: { faulty: boolean; stale: number; share: number }): string =>
    templateCsv(authorisations(...codes), askConsents(random, options.faulty ? contacts : usable, codes, options));
  const fights = rivals.map(() => askConsents(random, usable, contested, { faulty: false, stale: 0.05, share: 0.4 }));
  const overwrite = random.chance(0.5);
  return {
    seed,
    uploads: [
      upload('update-one', { csv: file(['CNIL_O', 'PARTNER'], { faulty: true, stale: 0.04, share: 0.3 }) }),
      upload('update-two', {
        csv: file(['CNIL_T'], { faulty: true, stale: 0.5, share: 0.4 }),
        onConflict: 'overwrite',
      }),
      upload('cancelled', { csv: file(['SMS_MMS'], { faulty: true, stale: 0.05, share: 0.5 }) }),
      upload('check', {
        csv: file(['LETTER'], { faulty: true, stale: 0.1, share: 0.5 }),
        action: 'check',
        mailbox: refusedMailbox,
      }),
      upload(erasableUpload, { csv: templateCsv(authorisations('CNIL_O'), askErasable()) }),
      upload('contacts', { dataType: 'contacts', csv: contactsCsv(random, usable) }),
      ...rivals.map((label, index) =>
        upload(label, {
          csv: templateCsv(authorisations(...contested), fights[index] ?? []),
          onConflict: index === 1 && overwrite ? 'overwrite' : 'reject',
        }),
      ),
    ],
    template: { label: 'template', ...mailbox('template') },
    cancel: { label: 'cancelled', afterMs: random.below(2_500) },
    undos: ['update-one', 'cancelled', 'contacts'].map((of) => ({
      label: `undo of ${of}`,
      of,
      // Of one that was cut off at any moment every line must be taken back; of the other the refusals stay.
      overwriteRefusals: of === 'cancelled',
      ...mailbox(`undo-${of}`),
    })),
    lateUploads: [upload('late', { dataType: 'criteria', csv: templateCsv(criteria, askCriteria(random, usable)) })],
    rivals: fights.map((lines, index) => ({
      lines: new Map(lines.map((line) => [line.contactNumber, line])),
      overwrite: index === 1 && overwrite,
    })),
  };
}

const askErasable = (): AskedLine[] =>
  erasableContacts('any').map(({ contactNumber }) => ({
    contactNumber,
    email: '',
    cells: [{ old: 'Empty', new: 'TRUE' }],
  }));

/** Lines of the contacts, some of them wrong in each of the ways that a line can be wrong. */
function askConsents(
  random: Random,
  contacts: readonly ContactDocument[],
  codes: readonly string[],
  { faulty, stale, share }: { faulty: boolean; stale: number; share: number },
): AskedLine[] {
  const lines = contacts
    .filter(() => random.chance(0.6))
    .map(({ contactNumber, email = '', authorisations: held }): AskedLine => ({
      contactNumber,
      email: faulty && random.chance(0.01) ? 'somebody.else@example.org' : email,
      cells: codes.map((code) => {
        const now = consentText(held[code]);
        const old = random.chance(stale) ? random.pick(texts) : now;
        if (!random.chance(share)) return { old, new: '' };
        return { old, new: faulty && random.chance(0.02) ? 'perhaps' : random.pick(texts) };
      }),
    }));
  if (!faulty) return lines;
  const unknown = Array.from({ length: 5 }, (_, index) => ({
    ...(lines[index] as AskedLine),
    contactNumber: `X-${index}`,
  }));
  return [...lines, ...unknown, ...lines.slice(10, 13)];
}

const criteria = ['LOYALTY', 'SHOWS_SEEN'].map((code) => ({
  code,
  name: theatre.criteria.find((criterion) => criterion.code === code)?.name ?? code,
}));

function askCriteria(random: Random, contacts: readonly ContactDocument[]): AskedLine[] {
  return contacts
    .filter(() => random.chance(0.5))
    .map(({ contactNumber, email = '', criteria: held }) => ({
      contactNumber,
      email,
      cells: [
        { old: textOf(held['LOYALTY']), new: random.pick(['', '', 'GOLD', 'SILVER', 'Empty', 'PLATINUM']) },
        { old: textOf(held['SHOWS_SEEN']), new: random.chance(0.3) ? String(random.below(120)) : '' },
      ],
    }));
}

/** As a template writes it: the one code that looks like a formula is guarded. */
const textOf = (value: FieldValue | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value.replace(/^\+/, "'+") : String(value);

import type { FieldValue, PlannedField, PlannedLine, Role } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';

/**
 * libs/fields/README.md#what-decides-about-a-line, said a second time: written from that text alone, as slowly and as literally as it
 * reads, and without looking at line-decision.rules.ts. Where the two differ, one of them is wrong.
 */

export interface Question {
  dataType: 'criteria' | 'authorisations' | 'contacts';
  line: PlannedLine;
  /** As it is now; undefined: there is none. */
  contact: ContactDocument | undefined;
  /** The known number that this unknown one may have been, and what is different about it. */
  resembles: { cause: 'zeros lost' | 'letter case'; numbers: string[] } | undefined;
  fields: PlannedField[];
  onConflict: 'reject' | 'overwrite';
  overwriteRefusals: boolean;
  role: Role;
  /** The line takes back what an import has changed: its `[old]` is what that one made, its `[new]` what was there before. */
  isUndo: boolean;
}

export interface Verdict {
  what: 'applied' | 'unchanged' | 'rejected';
  /** Codes of all errors and warnings, sorted. */
  codes: string[];
  /** What the contact has afterwards, by path; only what changes. */
  values: Record<string, FieldValue>;
  overwritten: boolean;
}

const warnings = ['OLD_COLUMN_MISSING', 'OLD_UNREADABLE', 'LEADING_ZEROS_LOST'];

export function judge(question: Question): Verdict {
  const { dataType, line, contact, fields } = question;
  // 1, 3 and 5 need no database: the reader of the file has said what it found.
  const codes: string[] = line.issues.map((issue) => issue.code);
  const values: Record<string, FieldValue> = {};
  let overwritten = false;

  const named = line.contactNumber !== undefined;
  if (named && !contact && question.resembles?.cause === 'zeros lost') codes.push('LEADING_ZEROS_LOST');
  if (dataType === 'contacts') {
    // No [old]: rules 2, 4 and 6 do not apply. A number that was closed or anonymised stays what it is.
    const gone = contact !== undefined && (contact.valid === false || contact.anonymised);
    const isNew = contact === undefined || (contact.valid === undefined && !contact.anonymised);
    const names = line.changes.filter(({ field, new: wanted }) => isName(fields[field]) && wanted !== null);
    // What a spreadsheet did is never a value, nor is the name of the column: nobody new is called so.
    const damaged = line.contactNumber === '1.23E+11';
    const nobody = line.contactNumber === 'CONTACT_NUMBER';
    if (named && isNew && damaged) codes.push('VALUE_DAMAGED');
    if (named && (gone || (isNew && !damaged && (nobody || names.length === 0)))) codes.push('CONTACT_UNKNOWN');

    if (!gone) {
      for (const { field, new: wanted } of line.changes) {
        const { path } = fields[field]!;
        if (!equal(valueOf(contact, path), wanted)) values[path] = wanted;
      }
      if (isNew) values['valid'] = true;
    }
  } else if (!contact || contact.valid !== true || contact.anonymised) {
    // 2. The contact exists in this institution, is valid and not anonymised.
    if (named) codes.push('CONTACT_UNKNOWN');
  } else {
    // 4. A filled EMAIL is the contact's (ignoring case).
    if (line.email !== undefined && seen(line.email).toUpperCase() !== seen(contact.email ?? '').toUpperCase()) {
      codes.push('EMAIL_MISMATCH');
    }
    // 6. For each cell that asks for a change.
    for (const { field, old, new: wanted } of line.changes) {
      const { path, kind } = fields[field]!;
      const now = valueOf(contact, path);
      // now = new: nothing to do.
      if (equal(now, wanted)) continue;
      // now = old: apply. What cannot be read, or is blank for an authorisation, never counts as equal.
      const fileKnew = 'value' in old && equal(now, old.value);
      // Else the value changed since the export, unless there is no [old] column: then conflict detection is off for that field.
      const changedSince = !fileKnew && !('missing' in old);
      let allowed = !changedSince || question.onConflict === 'overwrite';
      // False is neither made True nor Empty by a file that did not know of it, nor by an undo.
      const hasRefused = kind === 'AUTHORISATION' && now === false;
      const mayOverrule = question.overwriteRefusals && question.role === 'admin';
      if (hasRefused && (!fileKnew || question.isUndo) && !mayOverrule) allowed = false;
      if (allowed) {
        values[path] = wanted;
        if (changedSince) overwritten = true;
      } else codes.push(hasRefused ? 'CONFLICT_REFUSAL' : 'CONFLICT');
    }
  }

  codes.sort();
  // One error rejects the whole line.
  if (codes.some((code) => !warnings.includes(code)))
    return { what: 'rejected', codes, values: {}, overwritten: false };
  if (Object.keys(values).length === 0) return { what: 'unchanged', codes, values, overwritten: false };
  return { what: 'applied', codes, values, overwritten };
}

const isName = (field: PlannedField | undefined): boolean => field?.path === 'lastName' || field?.path === 'company';

/** Numbers, codes, headers and addresses are what is seen of them. */
const seen = (text: string): string =>
  text
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .normalize('NFC');

/** Empty is not False, and a set has no order. Accents may be stored in two ways. */
const equal = (a: FieldValue, b: FieldValue): boolean => spelled(a) === spelled(b);
const spelled = (value: FieldValue): string =>
  (Array.isArray(value)
    ? `set ${[...new Set(value)].toSorted().join('|')}`
    : `${typeof value} ${String(value)}`
  ).normalize('NFC');

/** `criteria.X`, `authorisations.X` or a property of the contact itself. */
export function valueOf(contact: ContactDocument | undefined, path: string): FieldValue {
  const dot = path.indexOf('.');
  const holder = dot < 0 ? contact : contact?.[path.slice(0, dot) as 'criteria' | 'authorisations'];
  const found = Object.entries(holder ?? {}).find(([key]) => key === path.slice(dot + 1));
  return (found?.[1] as FieldValue | undefined) ?? null;
}

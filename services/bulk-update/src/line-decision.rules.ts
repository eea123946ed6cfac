import {
  type DataType,
  type FieldValue,
  type RecordedIssue,
  isWarning,
  type OldValue,
  type OnConflict,
  type PlannedChange,
  type PlannedField,
  type PlannedLine,
  type Requester,
} from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import {
  inUsePath,
  sameValue,
  identifierText,
  ruinedNumber,
  shownValue,
  spreadsheetDamage,
  valueText,
} from '@roundtrip/fields';
import * as issues from './line-decision.issues.js';
import { lineOfNobody, type Resemblance } from './number-causes.rules.js';

// libs/fields/README.md#what-decides-about-a-line, rules 2, 4 and 6: pure, so that a check, an update and the second decision after an overtaking
// import are the same function. Rules 1, 3 and 5 were decided before, without the database; their errors come along.

/** What the lines of an import are decided by. */
export interface DecisionRules {
  dataType: DataType;
  onConflict: OnConflict;
  overwriteRefusals: boolean;
  /** Who asks for it: the option alone does not overwrite a refusal. */
  requestedBy: Pick<Requester, 'role'>;
  fields: readonly PlannedField[];
  /** The header's cells, to name columns in errors. */
  header: readonly string[];
  /** The import whose changes the lines take back. */
  undoOf?: string | undefined;
}

export type LineDecision =
  | { outcome: 'unchanged'; issues: RecordedIssue[] }
  | { outcome: 'apply'; issues: RecordedIssue[]; changes: FieldChange[]; overwritten: boolean }
  | { outcome: 'reject'; issues: RecordedIssue[]; stale: StaleField[] };

/** A field whose `[old]` no longer holds, or that keeps its refusal all the same. */
export interface StaleField {
  field: PlannedField;
  now: FieldValue;
  /** The line would have ended it: who uploads the line again has to ask for that again. */
  isRefusal: boolean;
}

export interface FieldChange {
  path: string;
  before: FieldValue;
  after: FieldValue;
}

/** @param resembles for an unknown number: the known ones that it may have been */
export function decideLine(
  line: PlannedLine,
  contact: ContactDocument | undefined,
  rules: DecisionRules,
  resembles?: Resemblance,
): LineDecision {
  const found = [...line.issues];
  const at = { line: line.line, part: line.part };
  const usable = contact?.valid === true && !contact.anonymised;
  const byTemplate = rules.dataType !== 'contacts';
  const absent = !byTemplate && isAbsent(contact);
  const inUse = line.changes.find((change) => rules.fields[change.field]?.path === inUsePath);
  const takesOut = inUse?.new === null;
  // An undo makes nobody but those whom the import that it takes back had taken out of use.
  const makes = absent && !takesOut && (rules.undoOf === undefined || inUse !== undefined);

  if (line.contactNumber !== undefined && !usable && !(absent && takesOut)) {
    // No contact is called like the column or like what is left of a number: in any other case the number may be meant.
    const isNew = makes && rules.undoOf === undefined;
    const ruined = isNew ? ruinedNumber(line.contactNumber, 'CONTACT_NUMBER') : undefined;
    const isHeader = isNew && lineOfNobody(line.contactNumber) === 'header';
    if (ruined) found.push(issues.numberRuined(at, line.contactNumber, ruined));
    else if (byTemplate || isHeader || (absent && !makes))
      found.push(issues.contactUnknown(at, line.contactNumber, resembles));
    else if (!absent) found.push(issues.contactClosed(at, line.contactNumber));
    else if (!namesSomebody(line, rules.fields)) found.push(issues.newContactWithoutName(at, line.contactNumber));
    if (resembles?.cause === 'zeros lost') {
      found.push(issues.leadingZerosLost(at, line.contactNumber, resembles.numbers));
    }
    const damage = makes && !ruined ? spreadsheetDamage(line.contactNumber, 'NUMBER_OF_CONTACT') : undefined;
    if (damage) found.push(issues.numberShortened(at, line.contactNumber, damage.did));
  }
  if (byTemplate && usable && line.email !== undefined && !sameAddress(line.email, contact.email)) {
    found.push(issues.emailMismatch(at, line.email));
  }

  const changes: FieldChange[] = [];
  const stale: StaleField[] = [];
  let overwritten = false;
  if (usable || absent) {
    for (const change of line.changes) {
      const field = rules.fields[change.field];
      if (!field) throw new Error(`The plan has no field ${change.field}`);
      const now = valueAt(contact, field.path);
      const decision = decideChange(field, change, now, rules);
      if (decision === 'nothing') continue;
      if (decision === 'conflict' || decision === 'refusal') {
        stale.push({ field, now, isRefusal: decision === 'refusal' });
        found.push(
          issues.conflict(decision, at, shownValue(rules.header[field.newColumn] ?? field.code), {
            old: oldText(field, change.old),
            now: valueText(field, now),
            new: valueText(field, change.new),
            undo: rules.undoOf !== undefined,
            stale: !knew(change.old, now),
          }),
        );
        continue;
      }
      if (decision === 'overwrite') overwritten = true;
      changes.push({ path: field.path, before: now, after: change.new });
    }
    if (makes && !inUse) changes.push({ path: inUsePath, before: null, after: true });
  }

  if (found.some((issue) => !isWarning(issue.code))) return { outcome: 'reject', issues: found, stale };
  if (changes.length === 0) return { outcome: 'unchanged', issues: found };
  return { outcome: 'apply', issues: found, changes, overwritten };
}

/** Nobody, or somebody whose making was undone: an ordinary import of the number makes the contact. */
const isAbsent = (contact: ContactDocument | undefined): boolean =>
  contact === undefined || (contact.valid === undefined && !contact.anonymised);

/**
 * Rule 6 for one cell: `old` = the file, `now` = the database, `new` = the file. A refusal outlives every file that did not know of it, also
 * one that has no `[old]` column at all, and every undo: what an undo takes back was asked for by somebody else.
 */
export function decideChange(
  field: Pick<PlannedField, 'kind'>,
  change: Pick<PlannedChange, 'old' | 'new'>,
  now: FieldValue,
  options: Pick<DecisionRules, 'onConflict' | 'overwriteRefusals' | 'requestedBy' | 'undoOf'>,
): 'nothing' | 'apply' | 'overwrite' | 'conflict' | 'refusal' {
  if (sameValue(now, change.new)) return 'nothing';
  const isKnown = knew(change.old, now);
  const isStale = !isKnown && !('missing' in change.old);
  const isConflict = isStale && options.onConflict === 'reject';
  if (field.kind === 'AUTHORISATION' && now === false) {
    const mayOverrule = options.overwriteRefusals && options.requestedBy.role === 'admin';
    const isProtected = !isKnown || options.undoOf !== undefined;
    if (isConflict || (isProtected && !mayOverrule)) return 'refusal';
  }
  if (isConflict) return 'conflict';
  return isStale ? 'overwrite' : 'apply';
}

/** What the file said of the value holds still. */
const knew = (old: OldValue, now: FieldValue): boolean => 'value' in old && sameValue(now, old.value);

/** The value at `criteria.CODE`, `authorisations.CODE` or a contact field; null when there is none. */
export function valueAt(contact: ContactDocument | undefined, path: string): FieldValue {
  if (!contact) return null;
  const dot = path.indexOf('.');
  const holder: unknown = dot === -1 ? contact : contact[path.slice(0, dot) as keyof ContactDocument];
  const key = dot === -1 ? path : path.slice(dot + 1);
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return null;
  return (holder as Record<string, FieldValue | undefined>)[key] ?? null;
}

const oldText = (field: PlannedField, old: OldValue): string | undefined =>
  'value' in old ? valueText(field, old.value) : 'unreadable' in old ? old.unreadable : undefined;

const sameAddress = (a: string, b: string | undefined): boolean =>
  b !== undefined && (a === b || address(a) === address(b));

/** The same letters in any case, however they are stored. */
const address = (text: string): string => identifierText(identifierText(text).toLowerCase());

const namesSomebody = (line: PlannedLine, fields: readonly PlannedField[]): boolean =>
  line.changes.some((change) => {
    const path = fields[change.field]?.path;
    return (path === 'lastName' || path === 'company') && change.new !== null;
  });

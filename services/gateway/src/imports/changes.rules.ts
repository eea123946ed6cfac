import { type PlannedField, requesterIn } from '@roundtrip/contracts';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/database';
import { contactFields, inUsePath, transitionText, valueDifference } from '@roundtrip/fields';
import type { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';
import type { importChange } from './imports.schemas.js';

export type ImportChange = z.output<typeof importChange>;

/** Which changes are asked for, in the words of the request. */
export interface ChangeFilter {
  field?: string | undefined;
  /** As the transition table has them. */
  from?: string | undefined;
  to?: string | undefined;
  /** Of a field of several values. */
  added?: string | undefined;
  removed?: string | undefined;
}

export interface WantedChange extends Omit<ChangeFilter, 'field'> {
  field: PlannedField;
}

/**
 * @param fields those of the import's file
 * @returns undefined when every change is wanted
 * @throws Problem 400 when the file has no such field, or none is named
 */
export function wantedChange(filter: ChangeFilter, fields: readonly PlannedField[]): WantedChange | undefined {
  const { field: name, ...values } = filter;
  const shown = fields.filter(({ path }) => path !== inUsePath);
  if (name === undefined) {
    if (Object.values(values).every((value) => value === undefined)) return undefined;
    throw refused('changes-need-field', shown);
  }
  const field = shown.find((one) => [one.path, fieldOf(one), one.code].includes(name));
  if (!field) throw refused('changes-field-unknown', shown);
  return { ...values, field };
}

function refused(why: 'changes-need-field' | 'changes-field-unknown', fields: readonly PlannedField[]): Problem {
  const some = fields.slice(0, 20).map(fieldOf).join(', ');
  const message = [sentence(why, { fields: `${some}${fields.length > 20 ? ' …' : ''}` })];
  return new Problem(400, 'PARAMETER_INVALID', [], { errors: [{ pointer: 'field', message }] });
}

export function isWanted(entry: ChunkEntry, wanted: WantedChange | undefined): boolean {
  if (!wanted) return true;
  const { field, from, to, added, removed } = wanted;
  if (!Object.hasOwn(entry.after, field.path)) return false;
  const [before, after] = [entry.before[field.path] ?? null, entry.after[field.path] ?? null];
  if (from !== undefined && transitionText(field, before) !== from) return false;
  if (to !== undefined && transitionText(field, after) !== to) return false;
  if (added === undefined && removed === undefined) return true;
  const difference = valueDifference(before, after);
  return (
    (added === undefined || difference.added.includes(added)) &&
    (removed === undefined || difference.removed.includes(removed))
  );
}

/** @param requestedBy of the job: the decisions of people are kept without their names */
export const toImportChange = (
  entry: ChunkEntry,
  { decidedAt, requestedBy }: Pick<ChunkDocument, 'decidedAt' | 'requestedBy'>,
  fields: readonly PlannedField[],
): ImportChange => ({
  contactNumber: entry.contactNumber,
  line: entry.line,
  part: entry.part ?? null,
  at: decidedAt.toISOString(),
  by: requesterIn(requestedBy),
  fields: fields
    .filter(({ path }) => path !== inUsePath && Object.hasOwn(entry.after, path))
    .map((field) => ({
      field: fieldOf(field),
      code: field.code,
      name: field.name,
      before: entry.before[field.path] ?? null,
      after: entry.after[field.path] ?? null,
    })),
  overwritten: entry.overwritten ?? false,
});

/** As histories and rules call it: `contact.lastName` for `lastName`. */
const fieldOf = ({ path }: PlannedField): string => contactFields.find((one) => one.path === path)?.planPath ?? path;

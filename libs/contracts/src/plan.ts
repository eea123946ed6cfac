import { z } from 'zod';
import { recordedIssue } from './issue-codes.js';
import { fieldKind } from './word-schemas.js';

/**
 * The plan: what import-validation hands to bulk-update, as objects `plans/<importId>/<attempt>/00017.ndjson.gz`, one JSON line per
 * data line of the file, in file order, up to 1,000 lines or 1 MiB an object. All lines are there: a line with errors carries them, so that
 * bulk-update can add what only the database knows, and one ordered stream of outcomes gives counts and reports. The properties of a line
 * may stand in any order; `raw` is written last, so that whoever does not need the cells need not parse them.
 */

/** A typed field value: LIST and TEXT text, MULTI_LIST codes, DATE `YYYY-MM-DD`, null for none (Empty). */
export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FieldValue = z.infer<typeof fieldValue>;

/** What the `[old]` cell said: a value; `missing` = no such column; `unreadable` = there is text that is no such value. */
export const oldValue = z.union([
  z.object({ value: fieldValue }),
  z.object({ missing: z.literal(true) }),
  z.object({ unreadable: z.string() }),
]);
export type OldValue = z.infer<typeof oldValue>;

export const plannedChange = z.object({
  /** Index into the plan's `fields`. */
  field: z.number().int().nonnegative(),
  old: oldValue,
  new: fieldValue,
});
export type PlannedChange = z.infer<typeof plannedChange>;

export const plannedLine = z.object({
  /** Row as a spreadsheet shows it (header = 1). */
  line: z.number().int().positive(),
  /** Only in files of several parts, from 1. */
  part: z.number().int().positive().optional(),
  /** Absent only where the line has no readable contact number (it then has errors). */
  contactNumber: z.string().optional(),
  /**
   * The number as it is written, where that is not `contactNumber`: a contact that is older than the rule that numbers are stored in composed
   * form and without invisible characters has it so.
   */
  writtenNumber: z.string().optional(),
  /** The EMAIL cell when it is filled. */
  email: z.string().optional(),
  /** Well-formed cells that ask for something; empty for an untouched line. */
  changes: z.array(plannedChange),
  /** Errors of rules 1, 3 and 5 and warnings about this line. */
  issues: z.array(recordedIssue),
  /**
   * The record's cells as they were in the file (formula guard and all) in the order of the header, for the rejected-lines file. Of a
   * record that is too long (ROW_WIDTH), those that are too much come behind.
   */
  raw: z.array(z.string()),
});
export type PlannedLine = z.infer<typeof plannedLine>;

/** A field of the file, in the order of its `[new]` column. */
export const plannedField = z.object({
  /** `criteria.CODE`, `authorisations.CODE` or a contact field such as `lastName`: the path in the contact document. */
  path: z.string(),
  code: z.string(),
  name: z.string(),
  kind: fieldKind,
  /** Index of the `[old]` and `[new]` column in `header`; old is absent when the file has none. */
  oldColumn: z.number().int().nonnegative().optional(),
  newColumn: z.number().int().nonnegative(),
  /** The most bytes that a value of it takes in the database. Absent: as its kind says, and in plans that are older than this. */
  valueBytes: z.number().int().nonnegative().optional(),
});
export type PlannedField = z.infer<typeof plannedField>;

/** Kept in the `validations` document of an accepted file. */
export const plan = z.object({
  /**
   * Whose objects the chunks are: a worker that lost its turn may go on writing after another's plan has won, and may have known other
   * definitions. Absent in plans that are older than this.
   */
  attempt: z.string().optional(),
  chunks: z.number().int().nonnegative(),
  /** SHA-256 of each chunk's object, hex: what is read is what was written. Absent in plans that are older than this. */
  chunkHashes: z.array(z.string()).optional(),
  lines: z.number().int().nonnegative(),
  blankLines: z.number().int().nonnegative(),
  /** The header's cells, in the file's order, and how the file was written: the rejected-lines file is like it. */
  header: z.array(z.string()),
  delimiter: z.enum([',', ';', '\t']),
  /** Of a workbook: the letters that a spreadsheet shows above each of `header`. Absent: it is a CSV, and in plans that are older than this. */
  sheetColumns: z.array(z.string()).optional(),
  fields: z.array(plannedField),
  /** Warnings about the file as a whole. */
  warnings: z.array(recordedIssue),
});
export type Plan = z.infer<typeof plan>;

/** Object key of a plan chunk in the bucket `plans`. */
export const planChunkKey = (importId: string, chunk: number, attempt?: string): string =>
  [importId, ...(attempt === undefined ? [] : [attempt]), `${String(chunk).padStart(5, '0')}.ndjson.gz`].join('/');

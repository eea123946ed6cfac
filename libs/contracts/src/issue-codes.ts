import { z } from 'zod';
import { fileEncoding } from './word-schemas.js';
import type { Said, Sentence, SentenceParams } from './words/sentence.js';

/** Stable codes of what can be wrong with a file, a line or a cell (libs/fields/README.md#what-decides-about-a-line). */
export const fileCodes = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_CSV',
  'ZIP_NOT_ONE_CSV',
  'ZIP_BOMB',
  'ZIP_CORRUPT',
  'ZIP_ENCRYPTED',
  'ENCODING_INVALID',
  'HEADER_MISSING_COLUMN',
  'HEADER_DUPLICATE',
  'HEADER_UNKNOWN_FIELD',
  'WRONG_DATA_TYPE',
  'TOO_MANY_COLUMNS',
  'RECORD_TOO_LARGE',
  'QUOTE_NOT_CLOSED',
  'NO_DATA_ROWS',
  'TOO_MANY_ROWS',
  'ENCODING_UNCERTAIN',
  'WORKBOOK_DAMAGED',
  'WORKBOOK_SHEET_MISSING',
  'WORKBOOK_SHEET_AMBIGUOUS',
  'FILE_SORTED_APART',
  'COLUMN_DAMAGED',
] as const;
export type FileCode = (typeof fileCodes)[number];

export const lineCodes = [
  'ROW_WIDTH',
  'CONTROL_CHARACTER',
  'CONTACT_NUMBER_MISSING',
  'CONTACT_UNKNOWN',
  'CONTACT_DUPLICATE_ROW',
  'EMAIL_MISMATCH',
] as const;
export type LineCode = (typeof lineCodes)[number];

export const cellCodes = [
  'CODE_UNKNOWN',
  'CODE_INACTIVE',
  'MULTIPLE_NOT_ALLOWED',
  'VALUE_LIST_SYNTAX',
  'BOOLEAN_INVALID',
  'NUMBER_INVALID',
  'DATE_INVALID',
  'TEXT_TOO_LONG',
  'EMAIL_INVALID',
  'VALUE_DAMAGED',
  'CELL_ERROR_VALUE',
  'FORMULA_WITHOUT_VALUE',
  'DATE_WITH_TIME',
  'CONFLICT',
  'CONFLICT_REFUSAL',
] as const;
export type CellCode = (typeof cellCodes)[number];

export const warningCodes = [
  'FIELD_INACTIVE',
  'OLD_COLUMN_MISSING',
  'OLD_UNREADABLE',
  'ENCODING_DETECTED',
  'ENCODING_ASSUMED',
  'SAME_FILE_AGAIN',
  'LEADING_ZEROS_LOST',
  'FORMULA_READ',
  'ROWS_HIDDEN',
  'CELLS_MERGED',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export const issueCodes = [...fileCodes, ...lineCodes, ...cellCodes, ...warningCodes] as const;
export const issueCode = z.enum(issueCodes);
export type IssueCode = z.infer<typeof issueCode>;

export const isWarning = (code: IssueCode): code is WarningCode => (warningCodes as readonly string[]).includes(code);

/** Words of a file as one candidate would read them; of all candidates the same words in the same order. */
export const encodingReading = z.object({ encoding: fileEncoding, words: z.array(z.string()) });
export type EncodingReading = z.infer<typeof encodingReading>;

export const sentenceParams: z.ZodType<SentenceParams> = z.record(z.string(), z.union([z.string(), z.number()]));
const sentence: z.ZodType<Sentence> = z.object({ say: z.string(), with: sentenceParams.optional() });
const said: z.ZodType<Said> = z.union([z.array(sentence), z.string()]);

/** A value as people read it: the cell text that a template would hold; at most 200 characters of it. */
const found = z.object({
  code: issueCode,
  /** Row as a spreadsheet shows it: the header is row 1, blank rows count. Absent for the file as a whole. */
  line: z.number().int().positive().optional(),
  /** In a file of several parts: which part, from 1. */
  part: z.number().int().positive().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  /** For CONFLICT and CONFLICT_REFUSAL: what the file held, what is there now, what the file wants. */
  conflict: z.object({ old: z.string(), now: z.string(), new: z.string() }).optional(),
  /** For ENCODING_ASSUMED and ENCODING_UNCERTAIN: up to five words as each candidate would read them. */
  readings: z.array(encodingReading).optional(),
});

/** As it is found and kept: what is to be said of it, in no language yet. */
export const recordedIssue = found.extend({ message: said, hint: said.optional() });
export type RecordedIssue = z.infer<typeof recordedIssue>;

/** As it is answered to whoever asks, in a language of theirs. */
export const issue = found.extend({
  message: z.string().describe('What is wrong, in the language of the answer'),
  hint: z.string().optional().describe('What to do about it, in the same language'),
  params: sentenceParams
    .optional()
    .describe('What message and hint name and count, for programs: their words are others in each language'),
});
export type Issue = z.infer<typeof issue>;

/** Said of the file or its header, the row 1, and not of a line that holds a contact. */
export const isAboutFile = ({ line }: Pick<RecordedIssue, 'line'>): boolean => line === undefined || line === 1;

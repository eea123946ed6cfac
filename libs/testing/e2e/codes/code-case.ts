import type { DataType, FileEncoding, IssueCode, OnConflict } from '@roundtrip/contracts';
import type { Sheet } from '@roundtrip/tour';
import type { Cast } from './cast.js';

/** One way to come by a code: a file as a user has it, what the product says to it, and how it is put right. */
export interface CodeCase {
  code: IssueCode;
  /** What is the matter, to end the name of the test. */
  about: string;
  form: UploadForm;
  file: (cast: Cast) => Content | Promise<Content>;
  fileName?: string;
  /** It is made of a template that was asked for before. */
  ofTemplate?: (made: Sheet) => Sheet;
  /** What happened before the file is checked. */
  before?: (update: () => Promise<unknown>) => Promise<unknown>;
  found: FoundAtUpload | FoundInFile | FoundInLines;
  /** Values of the first contact at the end, by path as in the contact document. */
  becomes: Record<string, unknown>;
}

export type Content = string | Buffer;

export interface UploadForm {
  dataType: DataType;
  onConflict?: OnConflict;
  overwriteRefusals?: 'true';
  encoding?: FileEncoding;
}

/** The upload is refused; the corrected file is taken. */
export interface FoundAtUpload {
  at: 'upload';
  status: number;
  says: readonly string[];
}

/** Nothing is read further; the corrected file is taken. */
export interface FoundInFile {
  at: 'file';
  line?: number;
  part?: number;
  column?: string;
  says: readonly string[];
  /** What a check says instead, which goes on. */
  checked?: readonly ExpectedIssue[];
  /** When it is not the file that is corrected. */
  correctedForm?: UploadForm;
}

/** The other lines go on. */
export interface FoundInLines {
  at: 'lines';
  issues: readonly ExpectedIssue[];
  /** Of the lines of the file; what is not said is 0. */
  lines: { applied?: number; unchanged?: number; rejected?: number };
  /** Puts the rejected lines right; absent where nothing is rejected. What it does not touch goes back as it came. */
  correct?: (rejected: Sheet, cast: Cast) => void;
  /** Of the corrected lines; all are applied when it is absent. */
  corrected?: { applied?: number; unchanged?: number };
}

export interface ExpectedIssue {
  code: IssueCode;
  line?: number;
  part?: number;
  column?: string;
  value?: string;
  conflict?: { old: string; now: string; new: string };
  readings?: unknown;
  /** What its message and hint have to hold, beside being help. */
  says: readonly string[];
}

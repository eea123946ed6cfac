import type {
  CriterionKind,
  DataType,
  FieldKind,
  FieldValue,
  FileEncoding,
  ImportAction,
  ImportPhase,
  ImportState,
  Issue,
  IssueCode,
  OnConflict,
  Requester,
  Role,
  Rule,
  TemplateDataType,
  TemplateState,
} from '@roundtrip/contracts';

/** The answers of the REST interface (/openapi.json) that the console reads. */

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Settings {
  name: string;
  delimiter: ',' | ';';
  language: 'en' | 'fr';
  allowedEmailDomains: string[];
}

export interface Institution extends Settings {
  institutionId: string;
}

export interface Me {
  institution: { institutionId: string; name: string };
  keyId: string;
  name: string;
  role: Role;
  settings: Omit<Settings, 'name'>;
  limits: { uploadMaxBytes: number };
  keyExpiresAt: string | null;
  sessionExpiresAt: string | null;
}

/** How much may be asked for. */
export interface Limits {
  uploadMaxBytes: number;
  requestsPerMinute: number;
  listPagesPerMinute: number;
  heavyReadsAtOnce: number;
  heavyReadMs: number;
  uploadsAtOnce: number;
  uploadBytesPerHour: number;
  eventStreamsPerKey: number;
  eventStreamsAtOnce: number;
  templateMailsPerRecipient: number;
  templateMailsPerInstitution: number;
  signInFailuresPerHour: number;
}

interface JobFields {
  requestedBy: Requester;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  progress: { phase: ImportPhase | null; linesDone: number; linesTotal: number; share: number };
  queuePosition: number | null;
  linesPerSecond: number | null;
  secondsLeft: number | null;
  problem: { code: string; detail: string } | null;
  emailWanted: boolean;
  mail: { state: 'sent' | 'failed'; at: string; reason: string | null } | null;
  version: number;
}

export interface Template extends JobFields {
  templateId: string;
  type: 'template';
  dataType: TemplateDataType;
  state: TemplateState;
  target: { targetId: string; code: string; name: string };
  lines: number | null;
  file: { name: string; sizeBytes: number; parts: number } | null;
  expiresAt: string | null;
  links: { self: string; file: string | null };
}

export interface Counts {
  total: number;
  applied?: number;
  wouldApply?: number;
  unchanged: number;
  rejected: number;
  notAttempted: number;
  overwritten: number;
  warnings: number;
  blankLines: number;
}

export interface Import extends JobFields {
  importId: string;
  type: 'import';
  dataType: DataType;
  action: ImportAction;
  onConflict: OnConflict;
  overwriteRefusals: boolean;
  encoding: FileEncoding | null;
  state: ImportState;
  file: { name: string; sizeBytes: number } | null;
  counts: Counts | null;
  checkImportId: string | null;
  checkAgainOf: string | null;
  undoOf: string | null;
  sameFileAs: string | null;
  cancelRequestedAt: string | null;
  stopping: boolean;
}

export type Job = Template | Import;

export interface Transition {
  path: string;
  code: string;
  name: string;
  from: string;
  to: string;
  lines: number;
}

/** Of a field of several values: how many lines add a value, or remove it. */
export interface ValueChange {
  path: string;
  code: string;
  name: string;
  change: 'added' | 'removed';
  value: string;
  lines: number;
}

export interface IssueGroup {
  code: IssueCode;
  column: string | null;
  count: number;
  lines: { line: number; part: number | null }[];
  message: string | null;
  hint: string | null;
  others: boolean;
}

export interface ImportDetails extends Import {
  transitions: Transition[];
  valueChanges: ValueChange[];
  warnings: Issue[];
  firstErrors: Issue[];
  issueCounts: Record<string, number>;
  issueGroups: IssueGroup[];
}

export interface Target {
  targetId: string;
  code: string;
  name: string;
  rule: Rule;
  createdBy: Requester;
  createdAt: string;
  updatedAt: string;
}

export interface Preview {
  count: number;
  sample: ContactSummary[];
}

export interface ContactSummary {
  contactNumber: string;
  kind: 'person' | 'organisation';
  title: string | null;
  lastName: string | null;
  firstName: string | null;
  company: string | null;
  email: string | null;
  city: string | null;
  country: string | null;
}

export interface Contact extends ContactSummary {
  phone: string | null;
  mobile: string | null;
  street: string | null;
  postcode: string | null;
  language: string | null;
  birthDate: string | null;
  valid: boolean;
  anonymised: boolean;
  rev: number;
  createdAt: string;
  updatedAt: string;
  criteria: { code: string; name: string; kind: CriterionKind; active: boolean; value: FieldValue }[];
  authorisations: { code: string; name: string; active: boolean; value: boolean | null }[];
}

export interface ContactChange {
  at: string;
  by: Requester;
  importId: string;
  line: number;
  part: number | null;
  fields: { field: string; code: string; name: string; before: FieldValue; after: FieldValue }[];
  overwritten: boolean;
}

export interface ImportChange extends Omit<ContactChange, 'importId'> {
  contactNumber: string;
}

export interface CriterionValue {
  code: string;
  name: string;
  rank: number;
  active: boolean;
}

export interface Criterion extends CriterionValue {
  kind: CriterionKind;
  values: CriterionValue[];
}

export type Authorisation = CriterionValue;

export interface CriterionValueRow {
  type: 'criterion' | 'authorisation';
  kind: FieldKind;
  code: string;
  name: string;
  active: boolean;
  valueCode: string | null;
  valueName: string | null;
  valueActive: boolean | null;
  example: string;
}

export interface ApiKey {
  keyId: string;
  name: string;
  role: Role;
  createdAt: string;
  createdBy: string;
  createdByName: string | null;
  /** Null: a key of before there were ends, which has none. */
  expiresAt: string | null;
  lastUsedAt: string | null;
  replaces: string | null;
  replacedBy: string | null;
}

export interface NewApiKey extends ApiKey {
  /** Never to be seen again. */
  key: string;
}

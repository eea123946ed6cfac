import type {
  ActivityKind,
  ActivityResult,
  ActivitySubjectType,
  ActorType,
  CriterionKind,
  DataType,
  FieldFault,
  FieldValue,
  FileEncoding,
  ImportAction,
  ImportCounts,
  ImportPhase,
  ImportState,
  Delimiter,
  IssueCode,
  Language,
  OnConflict,
  Plan,
  RecordedIssue,
  StoredRequester,
  Role,
  Rule,
  Said,
  TemplateComparison,
  TemplateDataType,
  TemplateField,
  TemplateFormat,
  TemplateState,
  WantedDefinition,
} from '@roundtrip/contracts';
import type { CriterionValue } from '@roundtrip/fields';

/** The documents of the shared database as they are stored. One service writes each collection; any may read. */

/** `contacts`, written by bulk-update. `_id` = `<institution>:<contactNumber>`: one index serves uniqueness, look-up, guard and ordered scan. */
export interface ContactDocument {
  _id: string;
  institution: string;
  contactNumber: string;
  kind: 'person' | 'organisation';
  title?: string;
  lastName?: string;
  firstName?: string;
  company?: string;
  email?: string;
  phone?: string;
  mobile?: string;
  street?: string;
  postcode?: string;
  city?: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  language?: string;
  /** `YYYY-MM-DD` */
  birthDate?: string;
  /** By criterion code; a criterion without a value has no key. MULTI_LIST: codes in rank order. DATE: `YYYY-MM-DD`. */
  criteria: Record<string, Exclude<FieldValue, null>>;
  /** By authorisation code; true or false; Empty has no key. */
  authorisations: Record<string, boolean>;
  /** What it is found by (`searchKeysOf`). A contact that is older than this has none until bulk-update gives it some. */
  searchKeys?: string[];
  /** False: closed. Absent: the import that made it was undone; targets do not hold it until it is imported again. */
  valid?: boolean;
  anonymised: boolean;
  /** Grows by one with every change; 1 for a contact that has just been made. */
  rev: number;
  /** `_id` of the `chunks` document that wrote it last; null for seeded contacts. */
  lastChange: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** `criteria`, written by targets. `_id` = `<institution>:<code>`. */
export interface CriterionDocument {
  _id: string;
  institution: string;
  code: string;
  name: string;
  kind: CriterionKind;
  rank: number;
  active: boolean;
  /** For LIST and MULTI_LIST, in rank order; else empty. */
  values: CriterionValueDocument[];
  version: number;
  appliedRequests: string[];
}
export type CriterionValueDocument = CriterionValue;

/** `authorisations`, written by targets. `_id` = `<institution>:<code>`. */
export interface AuthorisationDocument {
  _id: string;
  institution: string;
  code: string;
  name: string;
  rank: number;
  active: boolean;
  version: number;
  appliedRequests: string[];
}

/** `targets`, written by targets. `_id` is opaque; `code` is unique in the institution. */
export interface TargetDocument {
  _id: string;
  institution: string;
  code: string;
  name: string;
  rule: Rule;
  createdBy: StoredRequester;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  /** The last requests that were applied, so that a redelivered one is only answered again. */
  appliedRequests: string[];
}

/** `deletedTargets`, written by targets: which request deleted a target, so that a redelivered one is answered again. `_id` = targetId. */
export interface DeletedTargetDocument {
  _id: string;
  institution: string;
  requestId: string;
  deletedAt: Date;
}

/** `requests`, written by gateway: what a user wants of targets and definitions; kept for a month. `_id` = requestId. */
export interface SaveRequestDocument {
  _id: string;
  institution: string;
  requestedBy: StoredRequester;
  requestedAt: Date;
  /** The command; the name is that of stored documents. */
  wish: SaveCommand;
}
export type SaveCommand =
  | { type: 'target-save'; targetId: string; intent: 'create' | 'replace'; code: string; name: string; rule: Rule }
  | { type: 'target-delete'; targetId: string }
  | { type: 'definition-save'; intent: 'create' | 'replace'; definition: WantedDefinition };

/** `refusals`, written by targets: why a request was refused, in the user's words; kept for a month. `_id` = requestId. */
export interface RefusalDocument {
  _id: string;
  institution: string;
  status: 404 | 409 | 422;
  code: string;
  detail: Said;
  errors: FieldFault[];
  refusedAt: Date;
}

/** `resolutions`, written by targets: what a template is made of, as it was when it was asked for; kept for a month. `_id` = templateId. */
export interface ResolutionDocument {
  _id: string;
  institution: string;
  dataType: TemplateDataType;
  resolvedAt: Date;
  resolution: Resolution;
}
export type Resolution =
  | {
      outcome: 'resolved';
      /** `version`: which state of it. */
      target: { targetId: string; code: string; name: string; version: number };
      rule: Rule;
      /** Fields of the data type as the template shows them: those that were asked for, else the active ones by rank. */
      fields: TemplateField[];
      count: number;
    }
  | { outcome: 'refused'; code: string; detail: Said };

/** `institutions`, written by gateway (and by the seed and the command that makes one). `_id` is short, in lower case, without `:`. */
export interface InstitutionDocument {
  _id: string;
  name: string;
  delimiter: Delimiter;
  language: Language;
  /** Empty: mails may go to any address, and never bring a file. */
  allowedEmailDomains: string[];
  /** What people of a group may do here; of several groups the highest role counts. Absent: nobody signs in by the provider. */
  groupRoles?: GroupRole[];
  /** What the phases of its last long imports took, the newest last. Absent until there was one. */
  recentPaces?: Partial<Record<ImportKind, PhasePaces[]>>;
}

/** A group as the provider of sign-in names it. */
export interface GroupRole {
  group: string;
  role: Role;
}

/** What imports are alike by in how long they take. */
export type ImportKind = ImportAction | 'undo';

/** Milliseconds that a thousand lines take in each phase. */
export type PhasePaces = Record<ImportPhase, number>;

/** `apiKeys`, written by gateway (and by the seed and the command that makes one). */
export interface ApiKeyDocument {
  /** keyId: opaque. */
  _id: string;
  institution: string;
  name: string;
  role: Role;
  /** SHA-256 of the key, hex; unique. */
  hash: string;
  createdAt: Date;
  /** keyId of the key that made it, whose name it was; `operations` or `seed` where a command did. */
  createdBy: string;
  /** Absent in keys that are older than this, as are the fields below. */
  createdByName?: string;
  /** Who made its maker, once that one is gone: what it made is still found. */
  madeUnder?: string;
  /** Absent: it has no end, until it is replaced. */
  expiresAt?: Date;
  /** To the minute. */
  lastUsedAt?: Date;
  /** keyId of the key that it takes over from. */
  replaces?: string;
  /** keyId of the key that takes over from it. */
  replacedBy?: string;
  /** It is being revoked, and is worth nothing from now on. */
  revokedAt?: Date;
  /** In which a program that sends it wants to be spoken to; absent: none was chosen. */
  language?: Language;
}

/** `sessions`, written by gateway: a browser that is signed in. Gone when it is over: an old cookie is worth nothing anywhere. */
export interface SessionDocument {
  /** SHA-256 of what its cookie holds, hex. */
  _id: string;
  institution: string;
  /** Of a session that stands for a key. */
  keyId?: string;
  /** Of a session of somebody who signed in by the provider. */
  person?: SignedInPerson;
  /** In which whoever uses it wants to be spoken to; absent: none was chosen. */
  language?: Language;
  createdAt: Date;
  expiresAt: Date;
}

/** Who signed in, as the provider said it at `checkedAt`. */
export interface SignedInPerson {
  personId: string;
  /** What the provider calls the person by. */
  subject: string;
  name: string;
  email?: string;
  /** institutionIds, ours or not. */
  institutions: string[];
  groups: string[];
  checkedAt: Date;
  /** Until then somebody is asking the provider again: a refresh token is good once. */
  checkingUntil?: Date;
  /** The provider did not answer; it is not asked again until then. */
  awayUntil?: Date;
  /** Both sealed: to ask again, and to sign out there too. */
  refreshToken?: string;
  idToken?: string;
}

/** `people`, written by gateway: who has signed in to an institution, or tried to. `_id` = `<institution>:<personId>`. */
export interface PersonDocument {
  _id: string;
  institution: string;
  personId: string;
  /** Absent once the person was erased, as is the address. */
  name?: string;
  email?: string;
  groups: string[];
  /** Absent: none of the groups has a role here. */
  role?: Role;
  firstSignInAt: Date;
  lastSignInAt: Date;
  /** To the minute. */
  lastSeenAt?: Date;
  /** Tokens that were issued before are worth nothing. */
  endedAt?: Date;
  erasedAt?: Date;
  /** In which the next session begins; absent: none was chosen. */
  language?: Language;
}

/** `signIns`, written by gateway: a browser is at the provider to sign in; good once, for ten minutes. */
export interface SignInDocument {
  /** SHA-256 of the state, hex. */
  _id: string;
  /** SHA-256 of what the cookie of this browser holds, hex. */
  browser: string;
  nonce: string;
  /** Of PKCE, sealed. */
  verifier: string;
  /** A path of our own pages. */
  returnTo: string;
  /** The institution that was asked for. */
  institution?: string;
  createdAt: Date;
  expiresAt: Date;
}

/** `signInCodes`, written by gateway and by the commands that print links: a link signs in once, as its key. */
export interface SignInCodeDocument {
  /** SHA-256 of the code that the link carries, hex. */
  _id: string;
  institution: string;
  keyId: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface JobProgress {
  linesDone: number;
  linesTotal: number;
  /** 0 to 1, of the whole; never goes back. */
  share?: number;
  /** What an open import does: the lines above are those of this phase. Absent in imports that were written before there were phases. */
  phase?: PhaseProgress;
  /** What the phases that are over took, in milliseconds. */
  tookMs?: Partial<PhasePaces>;
}

export interface PhaseProgress {
  name: ImportPhase;
  since: Date;
  /** 0 to 1, of this phase. */
  share: number;
  /** Lines of the whole file, as far as that is known. */
  lines: number;
}

/** A small job has places of its own beside those for all. */
export type JobSize = 'small' | 'large';

interface JobDocument {
  /** templateId or importId. */
  _id: string;
  institution: string;
  requestedBy: StoredRequester;
  /** In which mails and reports speak to who has asked; absent in older ones: that of the institution. */
  language?: Language;
  requestedAt: Date;
  startedAt?: Date;
  finishedAt?: Date;
  /** Where the one mail about the end goes. */
  email?: string;
  mail?: { state: 'sent' | 'failed'; at: Date; reason?: Said };
  progress: JobProgress;
  /** Why it failed or was rejected. */
  problem?: { code: string; detail: Said };
  /** Grows with every change, with `changedAt` the position in the stream of server-sent events. */
  version: number;
  changedAt: Date;
  /** It stands in the queue of its institution; absent once the workers may have it. */
  waiting?: JobSize;
  /** When it left the queue. */
  releasedAt?: Date;
  /** The place of its institution that it holds from then until it is over: `<institution>:<n>`. No two jobs hold the same. */
  place?: string;
  /** When the request event was last published; a job that shows no progress is asked for again. */
  publishedAt?: Date;
  /** How often it was asked for again; of no account once it has changed after `publishedAt`. */
  asks?: number;
  /** Nobody brought it to its end, and why it has failed. Written before anybody is told. */
  abandoned?: { at: Date; code: string; detail: Said };
  /** The job is over, a mail about it is wanted, and nothing was heard of that mail yet. */
  mailOpen?: boolean;
}

/** `jobs`, written by gateway: the read model of templates and imports. */
export interface TemplateJobDocument extends JobDocument {
  type: 'template';
  dataType: TemplateDataType;
  target: { targetId: string; code: string; name: string };
  /** Absent in templates that are older than this: csv. */
  format?: TemplateFormat;
  /** Codes of the fields that are wanted, in the order of their columns; absent: all active ones by rank. */
  fields?: string[];
  state: TemplateState;
  lines?: number;
  file?: { objectKey: string; name: string; sizeBytes: number; parts: number };
  expiresAt?: Date;
}

export interface ImportJobDocument extends JobDocument {
  type: 'import';
  dataType: DataType;
  action: ImportAction;
  onConflict: OnConflict;
  overwriteRefusals: boolean;
  /** How a file that is not UTF-8 is to be read; absent: its names decide. */
  encoding?: FileEncoding;
  state: ImportState;
  /** Absent for an undo. */
  file?: { objectKey: string; name: string; sizeBytes: number; sha256: string };
  /** The check that this update was started from. */
  checkImportId?: string;
  /** The import whose file this check reads again. */
  checkAgainOf?: string;
  /** The import that this one undoes. */
  undoOf?: string;
  sameFileAs?: string;
  /** What phases had lately taken here when it was asked for: its share and its time left are measured by that. */
  paces?: PhasePaces;
  counts?: ImportCounts;
  /** A user wants it to stop. Written before anybody is told, so that whoever begins to work on it sees it. */
  cancelRequestedAt?: Date;
  cancelRequestedBy?: StoredRequester;
  /** When the cancellation was last published; a sweep publishes it again while the import is open. */
  cancelPublishedAt?: Date;
}

/** `validations`, written by import-validation: the outcome of a file. `_id` = importId. */
export interface ValidationDocument {
  _id: string;
  institution: string;
  dataType: DataType;
  action: ImportAction;
  onConflict: OnConflict;
  overwriteRefusals: boolean;
  requestedBy: StoredRequester;
  outcome: 'accepted' | 'rejected' | 'failed';
  /** When accepted. */
  plan?: Plan;
  /** Accepted, but stopped by a user before it was planned: the plan has the lines that were seen, and no chunks. */
  cancelled?: true;
  /** The import that this one undoes: its plan was made from the changes of that one. */
  undoOf?: string;
  /** When rejected: the error about the file as a whole. */
  problem?: RecordedIssue;
  /** When failed: why, in the user's words, where that is known. */
  failure?: { code: string; detail: string };
  /** What became of the template on its way; absent when it is not known, or not kept any more. */
  comparison?: TemplateComparison;
  finishedAt: Date;
}

/** One line of a chunk that changes its contact. */
export interface ChunkEntry {
  line: number;
  part?: number;
  contactNumber: string;
  /** The contact's rev that the decision was made on; 0: there is none yet. */
  rev: number;
  /** The contact's `lastChange` at that rev. */
  previous: string | null;
  /** Path in the contact document → value; null: none. Same keys in both. */
  before: Record<string, FieldValue>;
  after: Record<string, FieldValue>;
  overwritten?: true;
}

/** A line of a chunk with something to say: rejected, or applied or unchanged with warnings. */
export interface ChunkReport {
  line: number;
  part?: number;
  rejected: boolean;
  issues: RecordedIssue[];
  /** For a rejected line: the file's cells, with fresh `[old]` values where they conflicted. */
  raw?: string[];
}

/**
 * `chunks`, written by bulk-update: the decisions on a chunk of a plan, written before a contact is touched: change log and
 * evidence. `_id` = `<importId>:<chunk>`, the chunk with five digits, so that the order of keys is the order of the file. Decisions that are
 * too large for one document go on in `<importId>:<chunk>:001` and so on, each of them decided, applied and proved by itself.
 */
export interface ChunkDocument {
  _id: string;
  importId: string;
  chunk: number;
  institution: string;
  /** Lines that were decided on; those without an entry or a rejection are unchanged. */
  lines: number;
  /** Where the next document of the chunk goes on, counted in lines of the chunk; absent in its last one. */
  next?: number;
  entries: ChunkEntry[];
  reports: ChunkReport[];
  requestedBy: StoredRequester;
  decidedAt: Date;
  /** The import was cancelled or had failed before anybody had decided on this chunk; it has no entries then. */
  notAttempted?: true;
  /** Guards the replacement of entries that were overtaken by another import. */
  version: number;
}

/** `cancellations`, written by bulk-update: no chunk of this import begins any more. `_id` = importId. */
export interface CancellationDocument {
  _id: string;
  institution: string;
  cancelledAt: Date;
  /** Why, when no user wants it but the import cannot go on: it ends FAILED. */
  problem?: { code: string; detail: string };
}

/**
 * `closedChunks`, written by bulk-update: the mark that a chunk is over, with what is summed up at the end. `_id` as in `chunks`.
 * Apart from the decisions because it is counted often, and rewriting the large document for one mark costs.
 */
export interface ClosedChunkDocument {
  _id: string;
  counts: Omit<ImportCounts, 'blankLines'>;
  transitions: Transition[];
  /** Of fields of several values. Absent in documents that are older than this. */
  valueChanges?: ValueChange[];
  closedAt: Date;
}

/** How many lines take a field from which value to which; values as a template shows them, `Empty` for none. */
export interface Transition {
  path: string;
  from: string;
  to: string;
  lines: number;
}

/** How many lines add a value to a field of several values, or remove it. */
export interface ValueChange {
  path: string;
  change: 'added' | 'removed';
  value: string;
  lines: number;
}

/** Errors or warnings about lines that have code and column in common. */
export interface IssueGroup {
  code: IssueCode;
  column?: string;
  count: number;
  /** The first lines that have one. */
  lines: { line: number; part?: number }[];
  /** What all of them say, where it is the same. */
  message?: Said;
  hint?: Said;
  /** Where a list of its own is kept: its name in the reports of the import; absent where that of the code holds the same. */
  list?: string;
  /** The issues of this code in all columns that have no group of their own. */
  others?: true;
}

/** `outcomes`, written by bulk-update: the end of an import, published again on redelivery and read by the gateway. `_id` = importId. */
export interface OutcomeDocument {
  _id: string;
  institution: string;
  state: 'CHECKED' | 'DONE' | 'DONE_WITH_ERRORS' | 'CANCELLED' | 'FAILED';
  counts: ImportCounts;
  transitions: (Transition & { code: string; name: string })[];
  /** Absent in outcomes that are older than this, as `issueGroups`. */
  valueChanges?: (ValueChange & { code: string; name: string })[];
  warnings: RecordedIssue[];
  firstErrors: RecordedIssue[];
  /** Number of issues by code, warnings included. */
  issueCounts: Record<string, number>;
  issueGroups?: IssueGroup[];
  /** When FAILED: why, in the user's words. */
  problem?: { code: string; detail: string };
  completedAt: Date;
}

/** `mails`, written by notifications. `_id` = `<jobId>`. */
export interface MailDocument {
  _id: string;
  institution: string;
  kind: 'template-ready' | 'template-empty' | 'template-failed' | 'import-finished';
  state: 'sending' | 'sent' | 'failed';
  messageId: string;
  claimedAt: Date;
  finishedAt?: Date;
  reason?: Said;
}

/** `idempotencyKeys`, written by gateway; kept 24 h. `_id` = `<institution>:<keyId>:<key>`. */
export interface IdempotencyKeyDocument {
  _id: string;
  requestHash: string;
  /** The ids that the request makes come from it: tried again after a crash, it makes the same. */
  seed: string;
  /** The process at work renews it; when it is over, that process is gone. */
  lockedUntil: Date;
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  createdAt: Date;
}

/** A name that can be erased: what is hashed of it is the commitment, SHA-256 of salt and name, which tells nothing once they are gone. */
export interface ErasableName {
  name?: string;
  salt?: string;
  /** Absent where there never was a name. */
  commitment?: string;
}

export interface ActivityActor extends ErasableName {
  type: ActorType;
  /** personId, keyId, or what a command is called. */
  id: string;
}

export interface ActivitySubject extends ErasableName {
  type: ActivitySubjectType;
  id: string;
}

/**
 * `activities`, written by gateway: who did what, each with the hash of the one before it in the institution. Nothing changes one but the
 * erasing of a name. `_id` = `<institution>:<seq>`, seq in 12 digits.
 */
export interface ActivityDocument {
  _id: string;
  institution: string;
  /** 1, 2, 3, … in the institution. */
  seq: number;
  at: Date;
  actor: ActivityActor;
  kind: ActivityKind;
  subject?: ActivitySubject;
  /** From where, cut to its network. */
  address?: string;
  result: ActivityResult;
  /** Never a value of a contact. */
  details?: Record<string, unknown>;
  /** Of what may be asked or told again: written once. */
  key?: string;
  /** The hash of the one before it. */
  previous: string;
  /** SHA-256 of all of this but names and salts, hex. */
  hash: string;
}

/** `activityHeads`, written by gateway: how far the activities of an institution go, so that one is missed that was taken off their end. */
export interface ActivityHeadDocument {
  /** institutionId. */
  _id: string;
  /** Of the last one, or of one that was the last a moment ago; 0: there was none. */
  seq: number;
  hash: string;
  /** Up to here they were old enough to be removed. */
  cutSeq?: number;
  cutHash?: string;
}

/** What each collection holds. */
export interface Documents {
  targets: TargetDocument;
  deletedTargets: DeletedTargetDocument;
  resolutions: ResolutionDocument;
  refusals: RefusalDocument;
  criteria: CriterionDocument;
  authorisations: AuthorisationDocument;
  contacts: ContactDocument;
  chunks: ChunkDocument;
  closedChunks: ClosedChunkDocument;
  cancellations: CancellationDocument;
  outcomes: OutcomeDocument;
  validations: ValidationDocument;
  jobs: TemplateJobDocument | ImportJobDocument;
  requests: SaveRequestDocument;
  institutions: InstitutionDocument;
  apiKeys: ApiKeyDocument;
  sessions: SessionDocument;
  signInCodes: SignInCodeDocument;
  signIns: SignInDocument;
  people: PersonDocument;
  idempotencyKeys: IdempotencyKeyDocument;
  activities: ActivityDocument;
  activityHeads: ActivityHeadDocument;
  mails: MailDocument;
}

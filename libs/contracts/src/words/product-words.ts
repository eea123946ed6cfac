// Words that stand in more than one place: REST, events and the database use the same.

export const dataTypes = ['criteria', 'authorisations', 'contacts'] as const;
export type DataType = (typeof dataTypes)[number];

/** Data types that have a template; `contacts` is the ordinary contact import. */
export const templateDataTypes = ['criteria', 'authorisations'] as const;
export type TemplateDataType = (typeof templateDataTypes)[number];

/** What a template is delivered as: for machines, or for people with a spreadsheet. */
export const templateFormats = ['csv', 'xlsx'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

export const importActions = ['check', 'update'] as const;
export type ImportAction = (typeof importActions)[number];

/** What happens to a value that was changed since the file was made. */
export const conflictPolicies = ['reject', 'overwrite'] as const;
export type OnConflict = (typeof conflictPolicies)[number];

/** The word of a cell that removes a value; also read in capitals and in small letters. */
export const EMPTY = 'Empty';

/** How the same is said in other languages: read in any case, for every kind of field but TEXT. */
export const emptyInOtherLanguages = ['Vide', 'Leer', 'Vuoto', 'Vacío'] as const;

/** What a file that is not UTF-8 may be saved in: the candidates, the likeliest first. */
export const fileEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-15',
  'macintosh',
] as const;
export type FileEncoding = (typeof fileEncodings)[number];

/** Each may do what those before it may. */
export const roles = ['viewer', 'editor', 'operator', 'admin'] as const;
export type Role = (typeof roles)[number];
export const includesRole = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** Who asks for something: a person who has signed in, or a program by its key. */
export const requesterTypes = ['person', 'key'] as const;
export type RequesterType = (typeof requesterTypes)[number];

/** What is said to a person: on pages, in mails and in workbooks. */
export const languages = ['en', 'fr', 'de', 'it', 'es'] as const;
export type Language = (typeof languages)[number];
export const isLanguage = (text: string | undefined | null): text is Language => languages.some((one) => one === text);

/** Between the cells of the files that are made. */
export const delimiters = [',', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

export const contactKinds = ['person', 'organisation'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const criterionKinds = ['LIST', 'MULTI_LIST', 'BOOLEAN', 'TEXT', 'NUMBER', 'DATE'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** An authorisation is a field, too; its values are true, false or not there (Empty). */
export const fieldKinds = [...criterionKinds, 'AUTHORISATION'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const templateStates = ['QUEUED', 'RUNNING', 'READY', 'EMPTY', 'FAILED', 'EXPIRED'] as const;
export type TemplateState = (typeof templateStates)[number];

export const importStates = [
  'QUEUED',
  'VALIDATING',
  'REJECTED',
  'CHECKED',
  'APPLYING',
  'DONE',
  'DONE_WITH_ERRORS',
  'CANCELLED',
  'FAILED',
] as const;
export type ImportState = (typeof importStates)[number];
/** From these states an import goes nowhere. */
export const finalImportStates: readonly ImportState[] = [
  'REJECTED',
  'CHECKED',
  'DONE',
  'DONE_WITH_ERRORS',
  'CANCELLED',
  'FAILED',
];

/** A template or an import that is not over. */
export const openJobStates = ['QUEUED', 'RUNNING', 'VALIDATING', 'APPLYING'] as const;

/** What an open import does: its file is read, its lines are decided on (and applied), its reports are written. */
export const importPhases = ['reading', 'deciding', 'reporting'] as const;
export type ImportPhase = (typeof importPhases)[number];

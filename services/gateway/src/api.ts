// The answers of the REST interface as types, for clients in TypeScript: what follows from the schemas that the routes answer by, and no code.
import type { z } from 'zod';
import type { apiKeyBody, createApiKey, rotateApiKey } from './api-keys/api-keys.routes.js';
import type { contactBody, contactChange, contactSummary } from './contacts/contacts.routes.js';
import type { criterionValueRow } from './definitions/criterion-values.routes.js';
import type { authorisationBody, criterionBody, criterionValueBody } from './definitions/definitions.routes.js';
import type { AnswerOf, InputOf } from './http/route.js';
import type {
  checkAgain,
  countsBody,
  importBody,
  importChange,
  importSummary,
  undoImport,
  updateFromCheck,
} from './imports/imports.routes.js';
import type { institutionBody, putInstitution } from './institution/institution.routes.js';
import type { limitsBody } from './rates/limits.routes.js';
import type { createSession, createSessionFromCode, meBody } from './session/session.routes.js';
import type { previewTarget, targetBody } from './targets/targets.routes.js';
import type { requestTemplate, templateBody } from './templates/templates.routes.js';

export type { Page } from './http/page.js';
export type ApiKey = z.output<typeof apiKeyBody>;
export type NewApiKey = AnswerOf<typeof createApiKey, 201>;
export type Authorisation = z.output<typeof authorisationBody>;
export type Contact = z.output<typeof contactBody>;
export type ContactChange = z.output<typeof contactChange>;
export type ContactSummary = z.output<typeof contactSummary>;
export type Counts = z.output<typeof countsBody>;
export type Criterion = z.output<typeof criterionBody>;
export type CriterionValue = z.output<typeof criterionValueBody>;
export type CriterionValueRow = z.output<typeof criterionValueRow>;
export type Import = z.output<typeof importSummary>;
export type ImportChange = z.output<typeof importChange>;
export type ImportDetails = z.output<typeof importBody>;
export type IssueGroup = ImportDetails['issueGroups'][number];
export type Transition = ImportDetails['transitions'][number];
export type ValueChange = ImportDetails['valueChanges'][number];
export type Institution = z.output<typeof institutionBody>;
export type Limits = z.output<typeof limitsBody>;
export type Me = z.output<typeof meBody>;
export type Preview = AnswerOf<typeof previewTarget, 200>;
export type Target = z.output<typeof targetBody>;
export type Template = z.output<typeof templateBody>;
export type Job = Import | Template;

/** What may be sent. */
export type CodeSignIn = InputOf<typeof createSessionFromCode>;
export type KeySignIn = InputOf<typeof createSession>;
export type ApiKeyRequest = InputOf<typeof createApiKey>;
export type RotationRequest = InputOf<typeof rotateApiKey>;
export type InstitutionSettings = InputOf<typeof putInstitution>;
export type TemplateRequest = InputOf<typeof requestTemplate>;
export type UpdateRequest = InputOf<typeof updateFromCheck>;
export type CheckAgainRequest = InputOf<typeof checkAgain>;
export type UndoRequest = InputOf<typeof undoImport>;

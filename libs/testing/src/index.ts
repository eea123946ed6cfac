export { type ArrivalOptions, type DeadLetter, TestService } from './kafka-transport.js';
export { type Random, randomOf } from './demo/random.js';
export { ownDatabase, startTestService } from './test-service.js';
export { type HistoryWalk, walkHistories } from './stack/walk-histories.js';
export { ensureApiKeys, type RoleKeys } from './demo/api-keys.js';
export { type ContactsOptions, contactAt, generateContacts } from './demo/contacts.js';
export { type CreatedInstitution, createInstitution, type NewInstitution } from './demo/create-institution.js';
export { type DemoInstitution, museum, theatre } from './demo/institutions.js';
export { isSeeded, seedInstitution, type SeedOptions } from './demo/seed-institution.js';
export { inLibreOffice, missingForLibreOffice, type SeenCell, type SeenSheet } from './spreadsheets/libre-office.js';
export {
  makeSheetDefinitions,
  makeSheetInstitution,
  sheetContacts,
  spreadsheetFixture,
} from './spreadsheets/sheet-institution.js';

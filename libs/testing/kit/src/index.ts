export { type ArrivalOptions, type DeadLetter, quickRetries, TestService } from './test-service.js';
export { ownDatabase } from './own-database.js';
export { ScriptedSmtpServer } from './scripted-smtp.server.js';
export { startTestService } from './start-test-service.js';
export { importCounts } from './import-counts.js';
export { noteEnd } from './note-end.js';
export { startOnOwnDatabase } from './start-on-own-database.js';
export {
  inLibreOffice,
  missingForLibreOffice,
  type SeenCell,
  type SeenSheet,
  type SheetCharset,
  type SheetDelimiter,
  type SheetJob,
  type SheetLocale,
  type SheetStep,
} from './spreadsheets/libre-office.js';
export {
  makeSheetDefinitions,
  makeSheetInstitution,
  sheetContacts,
  spreadsheetFixture,
  spreadsheetFixtures,
} from './spreadsheets/sheet-institution.js';
export { type WorkbookCell, workbookFile, type WorkbookSheetFile } from './spreadsheets/workbook-file.js';

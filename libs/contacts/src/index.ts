export type * from './documents.js';
export * from './api-key.js';
export * from './contact-id.js';
export * from './sign-in-code.js';
export * from './open-jobs.js';
export * from './closest.js';
export * from './email-address.js';
export * from './letters.js';
export * from './search-keys.js';
export type * from './fields/field-definition.js';
export * from './fields/codes.js';
export * from './fields/contact-fields.js';
export * from './fields/definitions.js';
export * from './fields/standard-authorisations.js';
export * from './fields/value-bytes.js';
export type { CellProblem, CellReading } from './cells/cell-reading.js';
export {
  formulaText,
  guardFormula,
  identifierInCell,
  quote,
  shownValue,
  unguardFormula,
  unifyLineBreaks,
} from './cells/cell-text.js';
export * from './cells/columns.js';
export * from './cells/contact-cell.reader.js';
export * from './cells/format-value.js';
export * from './cells/new-cell.reader.js';
export * from './cells/old-cell.reader.js';
export * from './cells/returned-cell.js';
export * from './cells/same-value.js';
export { openAsText, ruinedNumber, spreadsheetDamage, withDamage } from './cells/spreadsheet-damage.js';
export * from './cells/transition-text.js';
export { parseDate, parseIsoDate } from './cells/date.reader.js';
export { formatNumber, parseNumber } from './cells/number.reader.js';
export * from './rules/rule.filter.js';
export * from './rules/rule.plan.js';
export { checkRule } from './rules/rule.rules.js';
export * from './rules/rule-letters.js';
export type { RuleProblem } from './rules/rule-value.rules.js';
export * from './database/database.js';
export * from './database/database-url.js';
export * from './database/collection-owners.js';
export { privilegesOf, writeDatabaseUsers } from './database/database-users.js';
export type { DatabaseModels } from './database/models.js';
export * from './database/indexes.js';
export * from './database/transient-errors.js';

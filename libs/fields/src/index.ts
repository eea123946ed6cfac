export * from './closest.js';
export * from './codes.js';
export * from './contact-fields.js';
export * from './definitions.js';
export * from './email-address.js';
export type * from './field-definition.js';
export * from './letters.js';
export * from './standard-authorisations.js';
export * from './value-bytes.js';
export type { CellProblem, CellReading } from './cells/cell-reading.js';
export {
  csvCell,
  formulaText,
  guardFormula,
  identifierInCell,
  quote,
  shownValue,
  unguardFormula,
  unifyLineBreaks,
  workbookCell,
} from './cells/cell-text.js';
export * from './cells/cell-print.js';
export * from './cells/columns.js';
export * from './cells/template-cells.js';
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
export { MAX_TEXT_LENGTH } from './cells/text.reader.js';
export * from './rules/days.js';
export * from './rules/rule-fields.js';
export { checkRule } from './rules/rule.rules.js';
export * from './rules/rule-letters.js';

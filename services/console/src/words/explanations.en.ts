import type { CellCode, IssueCode, LineCode, WarningCode } from '@roundtrip/contracts';

/** What many lines have in common that are wrong in the same way; what the API says of a line is about that line alone. */

const aboutLines: Record<LineCode | CellCode | WarningCode, string> = {
  ROW_WIDTH:
    'These lines do not have as many cells as the header, so nobody can know which value belongs to which column. Give each column a cell, even a blank one.',
  CONTROL_CHARACTER: 'A cell holds an invisible character. Type it again, and save the file as "CSV UTF-8".',
  CONTACT_NUMBER_MISSING:
    'The contact number is missing, so nobody can know whom the line is about. Take it from the template, or delete the line.',
  CONTACT_UNKNOWN:
    'There are no such contacts here, or they can no longer be changed. Check the numbers: leading zeros count, and spreadsheets like to drop them.',
  CONTACT_DUPLICATE_ROW:
    'The same contact stands on several lines, so none of them is applied. Keep one, or correct the number of the other.',
  EMAIL_MISMATCH:
    'The e-mail address is not that of the contact. If many lines say so, one column was sorted without the others: start again from the template. If only the address changed, clear the EMAIL cell.',
  CODE_UNKNOWN:
    'The field has no such code. Codes are compared exactly: capital letters and accents count. See "Access criterion values".',
  CODE_INACTIVE: 'This code is no longer used and cannot be given. Choose an active one.',
  MULTIPLE_NOT_ALLOWED: 'Several codes are written, but the field takes only one. Keep one of them.',
  VALUE_LIST_SYNTAX:
    'The list of codes cannot be read. Put one | between two codes, or write Empty alone to remove all.',
  BOOLEAN_INVALID:
    'This is neither TRUE nor FALSE. Write TRUE or FALSE, Empty to remove the value, or leave the cell blank to change nothing.',
  NUMBER_INVALID:
    'This is not a number. Write digits, with a sign and a decimal point if needed, and no separator of thousands or unit.',
  DATE_INVALID: 'This is not a date of the calendar. Write for example 2025-03-31, 31.03.2025 or 31/03/2025.',
  TEXT_TOO_LONG: 'The text is too long. Please shorten it.',
  EMAIL_INVALID:
    'This is not one e-mail address. Write a single address, such as name@example.org, or leave the cell blank.',
  VALUE_DAMAGED:
    'A spreadsheet has damaged the value: it is not what somebody typed. Type it again, in a file that was opened with all columns as text.',
  CELL_ERROR_VALUE:
    'These cells show an error of the spreadsheet instead of a value. Type the value, or clear the cell to change nothing.',
  FORMULA_WITHOUT_VALUE:
    'These cells are formulas, and the file does not hold what comes out of them. Open the workbook in your spreadsheet program and save it again, or type the values.',
  DATE_WITH_TIME: 'These cells hold a time of day. Type the date alone, for example 2025-03-31.',
  FORMULA_READ:
    'These cells are formulas. What they had worked out when the file was saved is read; where that is not what you mean, paste them as values.',
  ROWS_HIDDEN:
    'Rows of the sheet are hidden, by a filter or by hand. They count like all others; delete those that are not to be imported.',
  CELLS_MERGED:
    'Cells of the sheet are merged: what stands there counts for the first of them, and the others are blank. Undo the merging.',
  CONFLICT:
    'The value has changed since the file was made. To keep the one of today, clear the [new] cell. To set yours all the same, send the line again from the file of rejected lines.',
  CONFLICT_REFUSAL:
    'The person has refused since the file was made, and an older file does not undo that. Clear the [new] cell to keep the refusal.',
  FIELD_INACTIVE:
    'The field is not active any more. As long as none of its [new] cells is filled, its columns are ignored.',
  OLD_COLUMN_MISSING:
    'An [old] column is missing, so nobody can see whether somebody else has changed the field since. Without it, the cells are applied whatever the value is today; only a refusal stays.',
  OLD_UNREADABLE: 'The [old] cell was changed and cannot be read. Leave the [old] cells as they are in the template.',
  ENCODING_DETECTED:
    'The file is not saved as UTF-8. The names in it show how it is to be read; please check its accented letters.',
  ENCODING_ASSUMED:
    'The file is not saved as UTF-8 and was read as Windows-1252. Check its accented letters, or save it as "CSV UTF-8".',
  SAME_FILE_AGAIN:
    'The same file was already used for an update. Lines that were applied then are unchanged, unless somebody has changed them since.',
  LEADING_ZEROS_LOST:
    'The number seems to have lost its leading zeros in a spreadsheet. Write it with its zeros, or start again from the template.',
};

const explanations: Partial<Record<IssueCode, string>> = aboutLines;

export const explainInEnglish = (code: IssueCode): string | undefined => explanations[code];

import type { IssueCode } from '@roundtrip/contracts';

/** What each code means and what to do, of a file, a line or a cell that is not at hand: what many of them have in common. */
export const codes: Readonly<Record<IssueCode, string>> = {
  FILE_EMPTY: 'The file holds nothing. Upload the template that you filled in.',
  FILE_TOO_LARGE:
    'The file is larger than what can be uploaded. Split it into several, each with the header line, or put it into a .zip.',
  FILE_NOT_CSV:
    'This is neither an .xlsx workbook nor a .csv file. Open it in your spreadsheet program, save it without a password as “Excel workbook (.xlsx)”, and upload that file.',
  ZIP_NOT_ONE_CSV:
    'The .zip has to hold exactly one .xlsx or .csv file, or all parts of one template and nothing else.',
  ZIP_BOMB: 'The .zip is far too large when it is unpacked. Upload the file itself, in several parts if need be.',
  ZIP_CORRUPT: 'The .zip is damaged. Make it anew, or download it again.',
  ZIP_ENCRYPTED: 'The .zip is protected by a password. Upload the file itself, or a .zip without a password.',
  ENCODING_INVALID:
    'The letters of the file cannot be read. Open it in your spreadsheet program and save it as “CSV UTF-8”.',
  HEADER_MISSING_COLUMN:
    'A column is missing in the first line: there must be CONTACT_NUMBER and at least one column to change. Keep the line of the template as it is, with nothing above it, and save the file as “CSV UTF-8”.',
  HEADER_DUPLICATE: 'A column stands in the first line twice. Keep one of them.',
  HEADER_UNKNOWN_FIELD:
    'A column has no name, or names no active field of your institution. Codes are compared exactly: capital letters and accents count.',
  WRONG_DATA_TYPE: 'The columns are those of another data type. Choose that type, or another file.',
  TOO_MANY_COLUMNS:
    'The file has too many columns. Keep those of the template, and delete the cells to the right of them, blank ones included.',
  RECORD_TOO_LARGE:
    'A row holds too much text. Look in it for a text that does not belong there, and delete or shorten it.',
  QUOTE_NOT_CLOSED:
    'A quotation mark (") opens a cell, and none closes it. Delete it, or close the cell with another one.',
  NO_DATA_ROWS: 'There is no line below the header line. Upload the template with the lines that you want to change.',
  TOO_MANY_ROWS: 'The file has too many rows. Split it into several, each with the header line.',
  ENCODING_UNCERTAIN:
    'The file is not saved as UTF-8, and nothing tells how its letters are to be read: nothing was written. Pick the reading of its words that is right, and the file is checked again; or save it as “CSV UTF-8”.',
  WORKBOOK_DAMAGED:
    'The workbook is damaged or was cut off. Open it in your spreadsheet program, save it again as “Excel workbook (.xlsx)” and upload that file, or download the template again.',
  WORKBOOK_SHEET_MISSING:
    'No sheet of the workbook has a column CONTACT_NUMBER in its first row. Keep the first row of the template, and call the sheet “Contacts”.',
  WORKBOOK_SHEET_AMBIGUOUS:
    'Several sheets of the workbook have a column CONTACT_NUMBER, so nobody can say which one is meant. Call that one “Contacts”, or delete the others.',
  FILE_SORTED_APART:
    'Columns were sorted without the others: values stand beside other contacts, and nothing was applied. Start again from the template, or from a copy of before the sorting, and select the whole table before you sort it.',
  COLUMN_DAMAGED:
    'A spreadsheet has damaged a column that nobody is asked to edit; others may be damaged, too, and nothing was applied. Take the template as an .xlsx workbook and copy your [new] cells into it, or open the .csv with all columns as text.',

  ROW_WIDTH:
    'These lines do not have as many cells as the header line, so nobody can know which value belongs to which column. Give each column a cell, even a blank one.',
  CONTROL_CHARACTER: 'A cell holds an invisible character. Type it again, and save the file as “CSV UTF-8”.',
  CONTACT_NUMBER_MISSING:
    'The contact number is missing, so nobody can know whom the line is about. Take it from the template, or delete the line.',
  CONTACT_UNKNOWN:
    'There are no such contacts here, or they can no longer be changed. Check the numbers: leading zeros count, and spreadsheets like to drop them. A new contact needs a LAST_NAME or a COMPANY.',
  CONTACT_DUPLICATE_ROW:
    'The same contact stands on several lines, so none of them is applied. Keep one, or correct the number of the other.',
  EMAIL_MISMATCH:
    'The e-mail address is not that of the contact. If many lines say so, one column was sorted without the others: start again from the template. If only the address changed, clear the EMAIL cell.',

  CODE_UNKNOWN:
    'The field has no such code. Codes are compared exactly: capital letters and accents count. See “Access criterion values”.',
  CODE_INACTIVE: 'This code is no longer used and cannot be given. Choose an active one.',
  MULTIPLE_NOT_ALLOWED: 'Several codes are written, but the field takes only one. Keep one of them.',
  VALUE_LIST_SYNTAX:
    'The list of codes cannot be read. Put one | between two codes, or write Empty alone to remove all.',
  BOOLEAN_INVALID:
    'This is neither TRUE nor FALSE. Write TRUE or FALSE, Empty to remove the value, or leave the cell blank to change nothing.',
  NUMBER_INVALID:
    'This is not a number. Write digits, with a sign and a decimal point if needed, and no separator of thousands or unit.',
  DATE_INVALID: 'This is not a date of the calendar. Write for example 2025-03-31, 31.03.2025 or 31/03/2025.',
  TEXT_TOO_LONG: 'The text is too long. Shorten it.',
  EMAIL_INVALID:
    'This is not one e-mail address. Write a single address, such as marie@example.org, or clear the cell to change nothing.',
  VALUE_DAMAGED:
    'A spreadsheet has damaged the value: it is not what somebody typed. Type it again, in a file that was opened with all columns as text.',
  CELL_ERROR_VALUE:
    'These cells show an error of the spreadsheet instead of a value. Type the value, or clear the cell to change nothing.',
  FORMULA_WITHOUT_VALUE:
    'These cells are formulas, and the file does not hold what comes out of them. Open the workbook in your spreadsheet program and save it again, or type the values.',
  DATE_WITH_TIME: 'These cells hold a time of day. Type the date alone, for example 2025-03-31.',
  CONFLICT:
    'The value has changed since the file was made. To keep the one of today, clear the [new] cell. To set yours all the same, upload the line again from the file of rejected lines.',
  CONFLICT_REFUSAL:
    'The contact has refused: the value is FALSE today. Neither a file that does not know of it nor an undo ends a refusal. In the file of rejected lines the [new] cell is blank: leave it so to keep the refusal, or type the value again. Only an administrator may overwrite refusals, with an option.',

  FIELD_INACTIVE:
    'The field is not active any more. As long as none of its [new] cells is filled, its columns are ignored.',
  OLD_COLUMN_MISSING:
    'An [old] column is missing, so nobody can see whether somebody else has changed the field since. Without it, the cells are applied whatever the value is today; only a refusal stays.',
  OLD_UNREADABLE:
    'The [old] cell is blank or was changed, and cannot be read. Leave the [old] cells as they are in the template.',
  ENCODING_DETECTED:
    'The file is not saved as UTF-8. The names in it show how it is to be read; please check its accented letters.',
  ENCODING_ASSUMED:
    'The file is not saved as UTF-8 and was read as Windows-1252. Check its accented letters, or save it as “CSV UTF-8”.',
  SAME_FILE_AGAIN:
    'The same file was already used for an update. Lines that were applied then are unchanged, unless somebody has changed them since.',
  LEADING_ZEROS_LOST:
    'The number seems to have lost its leading zeros in a spreadsheet. Write it with its zeros, or start again from the template.',
  FORMULA_READ:
    'These cells are formulas. What they had worked out when the file was saved is read; where that is not what you mean, paste them as values.',
  ROWS_HIDDEN:
    'Rows of the sheet are hidden, by a filter or by hand. They count like all others; delete those that are not to be imported.',
  CELLS_MERGED:
    'Cells of the sheet are merged: what stands there counts for the first of them, and the others are blank. Undo the merging.',
};

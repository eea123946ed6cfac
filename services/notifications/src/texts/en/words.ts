import type { Words } from '../words.js';

export const english: Words = {
  dataTypes: { criteria: 'contact criteria', authorisations: 'authorisations', contacts: 'contacts' },
  undoOf: (importId) => `undo of import ${importId}`,
  failed: 'Something went wrong on our side. Please try again, and tell your administrator if it happens again.',
  reasons: {
    FILE_EMPTY: 'The file is empty.',
    FILE_TOO_LARGE: 'The file is larger than what can be uploaded.',
    FILE_NOT_CSV:
      'The file is neither an .xlsx nor a .csv file. Please save it as "Excel workbook (.xlsx)" in your spreadsheet, without a password; an .xls or .ods file cannot be read.',
    ZIP_NOT_ONE_CSV: 'The .zip must hold exactly one .xlsx or .csv file, or the parts of one template.',
    ZIP_BOMB: 'The .zip grows far too large when it is unpacked.',
    ZIP_CORRUPT: 'The .zip is damaged. Please make it again, or upload the file itself.',
    ZIP_ENCRYPTED: 'The .zip is protected by a password. Please upload one without.',
    ENCODING_INVALID: 'The characters of the file cannot be read. Please save it as "CSV UTF-8".',
    HEADER_MISSING_COLUMN:
      'A column is missing in the first line: there must be CONTACT_NUMBER and at least one column to change.',
    HEADER_DUPLICATE: 'A column stands twice in the first line.',
    HEADER_UNKNOWN_FIELD:
      'A column in the first line is none that we know. Please keep the first line of the template as it was.',
    WRONG_DATA_TYPE: 'The columns of the file belong to another data type than the one that was chosen.',
    TOO_MANY_COLUMNS: 'The file has too many columns.',
    RECORD_TOO_LARGE: 'A line of the file is too long.',
    QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed, so that the lines cannot be told apart.',
    NO_DATA_ROWS: 'The file has a first line with the columns, but no line with a contact.',
    TOO_MANY_ROWS: 'The file has more lines than one import may have.',
    ENCODING_UNCERTAIN:
      'It is not certain how the letters of the file are to be read. Please pick the reading that is right on the page of the import, or save the file as "CSV UTF-8".',
    WORKBOOK_DAMAGED:
      'The workbook is damaged or was cut off. Please open it in your spreadsheet and save it again as "Excel workbook (.xlsx)", or download the template again.',
    WORKBOOK_SHEET_MISSING:
      'No sheet of the workbook has a column CONTACT_NUMBER in its first row. Please keep the sheet "Contacts" of the template.',
    WORKBOOK_SHEET_AMBIGUOUS:
      'Several sheets of the workbook have a column CONTACT_NUMBER. Please call the one that is meant "Contacts", or delete the others.',
    FILE_SORTED_APART:
      'Columns of the file were sorted without the others, so that values stand beside other contacts. Nothing was applied. Please start again from the template, and select the whole table before you sort it.',
    COLUMN_DAMAGED:
      'A spreadsheet has damaged a column that nobody is asked to edit. Nothing was applied. Please take the template as a workbook (.xlsx) and copy your [new] cells into it, or open the .csv with all columns as text.',
    TARGET_UNKNOWN: 'The target does not exist any more.',
    RULE_INVALID:
      'The rule of the target names a field or a value that does not exist any more. Please correct the target.',
    NO_ACTIVE_FIELDS: 'There is no active field of this data type.',
    FIELD_NOT_ACTIVE: 'A field that was chosen for the template is not active any more. Please choose the fields anew.',
    JOB_ABANDONED:
      'We started it again several times, and nobody brought it to its end. What had been changed by then stays. Please ask for it again.',
    IMPORT_FAILED:
      'Something went wrong on our side, and the file could not be examined. Please start the import again; no contact has been changed.',
    UPDATE_FAILED:
      'Something went wrong on our side, and the import was stopped. What had been applied stays, and is listed in the file of changes; the other lines were not touched.',
  },
};

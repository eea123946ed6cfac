export const upload = {
  title: 'New import',
  lead: 'Send back an edited template, or a file of contacts.',
  file: 'File',
  drop: 'Drop an .xlsx, .csv or .zip here, or choose one',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  limit: 'Up to {size}',
  dataType: 'Data type',
  action: 'Action',
  actions: { check: 'Check file quality', update: 'Bulk update the data' },
  actionHints: {
    check: 'Shows what would change and what is wrong. Nothing is written.',
    update: 'Applies every good line. The others are rejected and explained.',
  },
  conflicts: 'When a value has changed since the file was made',
  onConflict: { reject: 'Reject the line (recommended)', overwrite: 'Overwrite the newer value' },
  overwriteRefusals: 'Also overwrite refusals',
  overwriteRefusalsHint:
    'An authorisation that is False now may become True or Empty again. Only if these people have agreed.',
  email: 'E-mail',
  emailHint: 'One e-mail when it is finished, with the counts.',
  start: { check: 'Check the file', update: 'Update the data' },
  sending: 'Uploading',
  stop: 'Stop the upload',
  stopped: 'The upload was stopped. Nothing was kept.',
  found: {
    columns: '{n, plural, one {# column} other {# columns}} to import',
    dataType: 'It looks like: {name}.',
    sheet: 'The sheet “{name}” is read:',
    sheets: 'Of each of the {workbooks, number} workbooks one sheet is read, of the first “{name}”:',
    rows: '{n, plural, one {# row} other {# rows}} below the header.',
    rowsAbout: 'about {n, plural, one {# row} other {# rows}} below the header.',
    counting: 'counting its rows…',
    rowsUnknown: 'how many rows it has is seen when it is checked.',
  },
  doubtful: {
    XLS: 'This is an old Excel workbook (.xls), which cannot be read. Save it as "Excel workbook (.xlsx)" and choose that file.',
    ENCRYPTED:
      'This workbook is protected by a password, and cannot be read. Save it without a password as "Excel workbook (.xlsx)" and choose that file.',
    XLSB: 'This is a binary Excel workbook (.xlsb), which cannot be read. Save it as "Excel workbook (.xlsx)" and choose that file.',
    ODS: 'This is a LibreOffice document (.ods), which cannot be read. Save it as "Excel 2007–365 (.xlsx)" and choose that file.',
    NUMBERS:
      'This is an Apple Numbers document, which cannot be read. In Numbers choose "File", "Export to", "Excel", and choose that .xlsx.',
    SPREADSHEET_IN_ZIP:
      'This .zip holds a kind of spreadsheet document that cannot be read. Save it as "Excel workbook (.xlsx)" and choose that file.',
    WORKBOOK_UNREADABLE:
      'This workbook cannot be looked into: it seems to be damaged. Open it in your spreadsheet program, save it again as "Excel workbook (.xlsx)" and choose that file.',
    NO_SHEET: 'This workbook has no sheet with cells. Choose the workbook that you edited, with its sheet "Contacts".',
    SEVERAL_SHEETS:
      'Several sheets of this workbook have a column CONTACT_NUMBER, so nobody can say which one is meant. Call the right one "Contacts", or delete the others.',
    NO_CONTACT_NUMBER:
      'The first row of its sheet has no column CONTACT_NUMBER. Keep the first row of the template as it was.',
    NO_NEW_COLUMN: 'The first row of its sheet has no [new] column. Keep the first row of the template as it was.',
  },
  sendAllTheSame: 'If you think that it is right, send it all the same: the check looks more closely.',
  wrong: {
    FILE_EMPTY: 'This file is empty.',
    ZIP_WITHOUT_CSV: 'This .zip holds no .xlsx and no .csv file.',
    NOT_CSV: 'This is neither an .xlsx, nor a .csv, nor a .zip file.',
    tooLarge: 'This file is larger than the {limit} allowed.',
    NO_CONTACT_NUMBER: 'The first line has no column CONTACT_NUMBER. Keep the header line of the template as it was.',
    NO_NEW_COLUMN: 'The first line has no [new] column. Keep the header line of the template as it was.',
    otherDataType: 'The columns are those of {is}, but {chosen} is chosen.',
    UNREADABLE: 'This file cannot be read. It may have been moved or be open in another program.',
  },
} as const;

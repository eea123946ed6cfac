/** What a workbook says beside its table; names of sheets and columns are the same in all languages. */
export const sheets = {
  yes: 'yes',
  no: 'no',
  neverStated: 'never stated',
  removes: 'removes the value',
  /** Header above the names of codes. */
  meaning: 'Meaning',
  /** What a `[new]` cell may hold, by kind of field. */
  forms: {
    LIST: 'one code from the list',
    MULTI_LIST: 'codes joined by |, for example A|B; they replace all that are there',
    BOOLEAN: 'TRUE or FALSE',
    AUTHORISATION: 'TRUE or FALSE',
    TEXT: 'any text up to {max, number} characters',
    NUMBER: 'a number such as 12.5',
    DATE: 'a date such as 2026-05-31',
  },
  prompt: '{code}: {form}. Blank changes nothing, Empty removes the value.',
  notInList: 'This is none of the allowed values. Choose one from the list; the sheet Values says what they mean.',
  severalCodes: 'One code or several joined by |, such as A|B. The sheet Values says which there are. Keep it so?',
  help: {
    title: 'How to fill in this workbook',
    typing: {
      heading: 'Where to type',
      white:
        'Type into the white [new] cells of the sheet Contacts. A blank [new] cell changes nothing, so you fill in only what is to change.',
      grey: 'The grey [old] cells show what is known now. They, the contact number and the names are locked, as an upload is compared with them. The lock has no password: it only keeps from accidents.',
      filter: 'You may filter, hide rows and make columns wider. Hidden rows are read like all others.',
      texts: 'Every cell is a text: zeros at the beginning stay, and no date or number is rewritten.',
    },
    values: {
      heading: 'What a [new] cell may hold',
      list: 'List: one code. Choose it from the list of the cell; the sheet Values says what the codes mean.',
      several:
        'Several of a list: codes joined by |, such as OPERA|JAZZ. They replace all that are there. When the spreadsheet asks whether that is meant, say yes.',
      yesNo: 'Yes or no, and authorisations: TRUE or FALSE.',
      others:
        'Number: digits, with a point or a comma before decimals. Date: 2026-05-31 or 31.05.2026. Text: up to {max, number} characters.',
      empty:
        'The word Empty removes a value. For an authorisation it means that it was never stated; that is something else than FALSE.',
    },
    next: {
      heading: 'How to go on',
      upload:
        'Save the workbook as it is (.xlsx) and upload it on the Import screen under New. Choose the check first: it changes nothing, and tells what an update would do.',
      lines:
        'Each line is looked at by itself. Good lines are applied; the others come back as a workbook that says what is wrong, to be corrected and sent again.',
      conflicts:
        'What somebody else has changed since this workbook was made is not overwritten: the line is rejected, and shows the value that is there now.',
      names: 'Do not rename the sheets or the columns. Lines that are not needed may be deleted.',
    },
  },
} as const;

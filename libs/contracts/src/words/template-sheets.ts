/** The sheets of the workbooks that we make, in every language. `roundtrip`, which nobody sees, says what the workbook is: names below values. */
export const templateSheets = {
  contacts: 'Contacts',
  values: 'Values',
  howTo: 'How to',
  roundtrip: '_roundtrip',
} as const;

/** How that sheet is written. */
export const ROUNDTRIP_FORM_VERSION = '1';

/** What stands in that sheet: one to a row, its name and then its value, as text. Of rejected lines there is no template. */
export interface RoundtripSheet {
  formVersion: string;
  templateId?: string;
  dataType: string;
  /** ISO 8601. */
  madeAt: string;
  /** Of this workbook, without its header. */
  lines: string;
  /** From 1, in a template of several. */
  part?: string;
}

import { noSheet, noSheetWithNumbers, severalSheets } from './workbook.problems.js';

export interface Sheet {
  name: string;
  isWorksheet: boolean;
}

/** What our templates call it, in every language. */
const templateSheet = 'contacts';

/**
 * Which sheet of a workbook is the table: `Contacts`, else the only one, else the only one whose first row has a CONTACT_NUMBER. Hidden ones
 * count like the others.
 *
 * @param hasNumbers is asked only where names do not decide
 * @throws FileProblem WORKBOOK_SHEET_MISSING, WORKBOOK_SHEET_AMBIGUOUS; names sheets by their place, as their names are somebody's text
 */
export async function chooseSheet<S extends Sheet>(
  sheets: readonly S[],
  hasNumbers: (sheet: S) => Promise<boolean>,
  part: number | undefined,
): Promise<S> {
  const tables = sheets.filter(({ isWorksheet }) => isWorksheet);
  const [only, ...others] = tables;
  if (!only) throw noSheet(part);
  const ofTemplate = tables.find(({ name }) => name.trim().toLowerCase() === templateSheet);
  if (ofTemplate || others.length === 0) return ofTemplate ?? only;
  const found: S[] = [];
  for (const sheet of tables) if (await hasNumbers(sheet)) found.push(sheet);
  const [first, ...more] = found;
  if (!first) throw noSheetWithNumbers(tables.length, part);
  if (more.length > 0)
    throw severalSheets(
      found.map((sheet) => sheets.indexOf(sheet) + 1),
      part,
    );
  return first;
}

import { chooseSheet, type NamedSheet } from '@roundtrip/contracts';
import { noSheet, noSheetWithNumbers, severalSheets } from './workbook.problems.js';

/**
 * The sheet that is read (`chooseSheet`).
 *
 * @param hasNumbers is asked only where names do not decide
 * @throws FileProblem WORKBOOK_SHEET_MISSING, WORKBOOK_SHEET_AMBIGUOUS; names sheets by their place, as their names are somebody's text
 */
export async function requireSheet<S extends NamedSheet>(
  sheets: readonly S[],
  hasNumbers: (sheet: S) => Promise<boolean>,
  part: number | undefined,
): Promise<S> {
  const choice = await chooseSheet(sheets, hasNumbers);
  switch (choice.is) {
    case 'chosen':
      return choice.sheet;
    case 'chartsAlone':
      throw noSheet(part);
    case 'withoutNumbers':
      throw noSheetWithNumbers(choice.sheets, part);
    case 'several':
      throw severalSheets(
        choice.sheets.map((sheet) => sheets.indexOf(sheet) + 1),
        part,
      );
  }
}

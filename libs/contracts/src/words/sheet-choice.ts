import { templateSheets } from './template-sheets.js';

export interface NamedSheet {
  name: string;
  /** A chart can have a sheet of its own. */
  isWorksheet: boolean;
}

/** The sheet; or why none: there are no cells anywhere, none has contact numbers, several have. */
export type SheetChoice<S> =
  | { is: 'chosen'; sheet: S }
  | { is: 'chartsAlone' }
  | { is: 'withoutNumbers'; sheets: number }
  | { is: 'several'; sheets: S[] };

const ofOurs = templateSheets.contacts.toLowerCase();

/**
 * Which sheet of a workbook is the table: `Contacts`, else the only one, else the only one whose first row has a CONTACT_NUMBER. Hidden ones
 * count like the others.
 *
 * @param hasNumbers is asked only where names do not decide
 */
export async function chooseSheet<S extends NamedSheet>(
  sheets: readonly S[],
  hasNumbers: (sheet: S) => Promise<boolean>,
): Promise<SheetChoice<S>> {
  const tables = sheets.filter(({ isWorksheet }) => isWorksheet);
  const [only, ...others] = tables;
  if (!only) return { is: 'chartsAlone' };
  const ofTemplate = tables.find(({ name }) => name.trim().toLowerCase() === ofOurs);
  if (ofTemplate || others.length === 0) return { is: 'chosen', sheet: ofTemplate ?? only };
  const found: S[] = [];
  for (const sheet of tables) if (await hasNumbers(sheet)) found.push(sheet);
  const [first, ...more] = found;
  if (!first) return { is: 'withoutNumbers', sheets: tables.length };
  return more.length > 0 ? { is: 'several', sheets: found } : { is: 'chosen', sheet: first };
}

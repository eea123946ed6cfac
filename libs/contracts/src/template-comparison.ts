import { z } from 'zod';

/** What most likely happened to a cell that nobody was asked to edit. */
export const damageCauses = [
  /** 00123 has become 123. */
  'zerosLost',
  /** A date in another form, or a text that was taken for one. */
  'dateRewritten',
  /** TRUE has become VRAI. */
  'truthValueRewritten',
  /** Digits are gone: an exponent, or zeros at the end. */
  'numberShortened',
  /** Another decimal sign, or decimals more or less. */
  'numberRewritten',
  /** Capital letters, quotation marks, blanks: what a program corrects while one types. */
  'textCorrected',
  /** #N/A, ####. */
  'errorValue',
  'cleared',
  /** What stands there belongs to the column beside. */
  'shifted',
  /** What stands there belongs to other lines. */
  'sortedApart',
  'changed',
] as const;
export type DamageCause = (typeof damageCauses)[number];

const count = z.number().int().nonnegative();
const place = z.object({ line: z.number().int().positive(), part: z.number().int().positive().optional() });

export const comparedColumn = z.object({
  role: z.enum(['plain', 'old']),
  /** Name of a plain column, or code of the field. */
  key: z.string(),
  /** Cells that are other than they were. */
  cells: count,
  /** Of these: those that are read as what they were all the same. */
  readAlike: count,
  cause: z.enum(damageCauses),
  /** How many cells have which cause, the most frequent first. */
  causes: z.array(z.object({ cause: z.enum(damageCauses), cells: count })),
  /** The first five. */
  places: z.array(place),
});
export type ComparedColumn = z.infer<typeof comparedColumn>;

/**
 * What a spreadsheet did to what it should not have touched: a file compared with the template that it was made of. Counts, codes and
 * places; no text of the file.
 */
export const templateComparison = z.object({
  templateId: z.string(),
  /** The template is too large to be compared with: the rest says nothing. */
  isTooLarge: z.literal(true).optional(),
  linesInTemplate: count,
  /** Lines of contacts that the template has. */
  linesFound: count,
  /** Lines of contacts that it has not. */
  linesAdded: count,
  addedPlaces: z.array(place),
  /** Lines of the template that the file has not. */
  linesMissing: count,
  /** The first hundred that differ, those with the most cells first. */
  columns: z.array(comparedColumn),
  furtherColumns: count,
});
export type TemplateComparison = z.infer<typeof templateComparison>;

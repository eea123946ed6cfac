import { z } from 'zod';

/**
 * What a template held, beside its file in the bucket `templates` and as long as it: for each line, in the template's order, a print of its
 * contact number and one of each cell that nobody is asked to edit. So that a file that comes back tells what a spreadsheet did to it. The
 * object begins with four bytes (the length of the head, little endian) and the head in JSON; the lines follow, each of `templateLineBytes`:
 * two numbers of 32 bits of the contact number, one of each column, little endian.
 */
export const templateLinesKey = (templateId: string): string => `${templateId}.lines`;

export const templateLinesHead = z.object({
  version: z.literal(1),
  /** Of the prints: nobody can make texts that are taken for others without knowing it. */
  seed: z.number().int(),
  /** Names of plain columns, and codes of fields for their `[old]` column. */
  columns: z.array(z.object({ role: z.enum(['plain', 'old']), key: z.string() })),
  /** Lines of each part but the last. */
  linesPerPart: z.number().int().positive(),
});
export type TemplateLinesHead = z.infer<typeof templateLinesHead>;

const numberBytes = 8;
const cellBytes = 4;

export const templateLineBytes = (columns: number): number => numberBytes + cellBytes * columns;

import { join } from 'node:path';
import { inLibreOffice, missingForLibreOffice, type SheetLocale } from '@roundtrip/test-kit';
import type { WorkbookOracle } from './workbook-oracle.js';

const locales: SheetLocale[] = ['en-US', 'fr-FR', 'de-DE'];

/**
 * Random workbooks that a LibreOffice in three languages has opened and saved again, the second half by way of an .ods.
 *
 * @param each in a language
 * @returns paths of the .xlsx
 * @throws when there is no LibreOffice, or it fails
 */
export async function savedByLibreOffice(
  oracle: WorkbookOracle,
  seed: number,
  folder: string,
  each = 10,
): Promise<string[]> {
  const missing = missingForLibreOffice();
  if (missing !== undefined) throw new Error(missing);
  const paths: string[] = [];
  for (const locale of locales) {
    const jobs = [];
    for (let at = 0; at < each; at++) {
      const name = join(folder, `${locale}-${at}`);
      const [made, ods, saved] = [`${name}.made.xlsx`, `${name}.ods`, `${name}.xlsx`];
      await oracle.write(seed + at, at % 2 === 0 ? 'openpyxl' : 'xlsxwriter', made);
      const save = (path: string) => ({ do: 'save' as const, path });
      jobs.push({ open: { path: made }, steps: [save(at < each / 2 ? saved : ods)] });
      if (at >= each / 2) jobs.push({ open: { path: ods }, steps: [save(saved)] });
      paths.push(saved);
    }
    await inLibreOffice(locale, jobs);
  }
  return paths;
}

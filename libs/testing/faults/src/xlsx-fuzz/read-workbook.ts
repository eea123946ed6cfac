import { Readable } from 'node:stream';
import { FileProblem, openUpload } from '@roundtrip/files';
import { openWorkbook, type SheetRow, XlsxError } from '@roundtrip/xlsx';

export type WorkbookOutcome = { code: string } | { rows: SheetRow[] };

const uploadLimits = { maxBytes: 1e8, maxInflatedBytes: 1e8, maxRatio: 200, maxEntries: 1_000 };
const sheetLimits = { maxRecordBytes: 1 << 20, maxColumns: 2_000, maxRows: 100_000 };

/** The first sheet by our reader. @throws whatever is none of our coded errors */
export async function readWorkbook(bytes: Buffer, folder: string): Promise<WorkbookOutcome> {
  try {
    const upload = await openUpload({ content: Readable.from([bytes]) }, uploadLimits, folder);
    try {
      const { workbook: files } = upload.parts[0]!;
      if (!files) return { code: 'NO_WORKBOOK' };
      const { names, spoolPath } = files;
      const options = { spoolPath, maxTextLength: sheetLimits.maxRecordBytes };
      const workbook = await openWorkbook({ names, open: (name) => files.open(name) }, options);
      try {
        const rows: SheetRow[] = [];
        for await (const batch of workbook.rows(workbook.sheets[0]!, sheetLimits).batches) rows.push(...batch);
        return { rows };
      } finally {
        workbook.close();
      }
    } finally {
      await upload.close();
    }
  } catch (error) {
    if (error instanceof XlsxError || error instanceof FileProblem) return { code: error.code };
    throw error;
  }
}

import { writeFile } from 'node:fs/promises';
import { nodePackages } from '@roundtrip/test-kit/node-packages';
import type { OracleCell, WorkbookOracle } from './workbook-oracle.js';

/** What the programs write that people's files come from: each has its own idea of shared texts, references, dates and blanks. */

type Rows = (OracleCell | null)[][];
type Write = (rows: Rows, path: string) => Promise<void>;

export type WorkbookWriters = Record<string, (seed: number, path: string) => Promise<void>>;

/** As spreadsheets count days; after February of 1900. */
const daySerial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const asDate = ([kind, value]: OracleCell): string | number | boolean | Date =>
  kind === 'date' ? new Date(`${String(value)}T00:00:00Z`) : value;

export async function workbookWriters(oracle: WorkbookOracle): Promise<WorkbookWriters> {
  const others: Record<string, Write> = await writersOfNode();
  const byNode = Object.entries(others).map(
    ([name, write]) => [name, async (seed: number, path: string) => write(await oracle.rowsOf(seed), path)] as const,
  );
  return {
    openpyxl: (seed, path) => oracle.write(seed, 'openpyxl', path),
    xlsxwriter: (seed, path) => oracle.write(seed, 'xlsxwriter', path),
    ...Object.fromEntries(byNode),
  };
}

async function writersOfNode(): Promise<Record<string, Write>> {
  const load = nodePackages(['exceljs@4.4.0', 'xlsx@0.18.5', 'hucre@1.0.0']);
  const { default: exceljs } = (await load('exceljs')) as { default: ExcelJs };
  const { default: sheetJs } = (await load('xlsx')) as { default: SheetJs };
  const { writeXlsx } = (await load('hucre')) as Hucre;
  return {
    exceljs: async (rows, path) => {
      const book = new exceljs.Workbook();
      fill(book.addWorksheet('Sheet'), rows);
      await book.xlsx.writeFile(path);
    },
    'exceljs, streaming': async (rows, path) => {
      const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
      fill(book.addWorksheet('Sheet'), rows).commit();
      await book.commit();
    },
    SheetJS: async (rows, path) => {
      const cells = rows.map((row) =>
        row.map((cell) => {
          if (cell === null) return null;
          const [kind, value] = cell;
          if (kind === 'date') return { t: 'n', v: daySerial(String(value)), z: 'dd/mm/yyyy' };
          return { t: { text: 's', number: 'n', boolean: 'b' }[kind], v: value };
        }),
      );
      const book = { SheetNames: ['Sheet'], Sheets: { Sheet: sheetJs.utils.aoa_to_sheet(cells) } };
      await writeFile(path, sheetJs.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: rows.length % 2 === 0 }));
    },
    hucre: async (rows, path) => {
      const values = rows.map((row) => row.map((cell) => (cell === null ? null : asDate(cell))));
      await writeFile(path, await writeXlsx({ sheets: [{ name: 'Sheet', rows: values }] }));
    },
  };
}

function fill<T extends ExcelJsSheet>(sheet: T, rows: Rows): T {
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === null ? null : asDate(cell)))).commit?.();
  return sheet;
}

// What is used of them: they are no dependencies, so that there are no types of theirs.

interface ExcelJsSheet {
  addRow(values: unknown[]): { commit?(): void };
  commit(): void;
}
interface ExcelJs {
  Workbook: new () => { addWorksheet(name: string): ExcelJsSheet; xlsx: { writeFile(path: string): Promise<void> } };
  stream: {
    xlsx: {
      WorkbookWriter: new (options: object) => { addWorksheet(name: string): ExcelJsSheet; commit(): Promise<void> };
    };
  };
}
interface SheetJs {
  utils: { aoa_to_sheet(rows: unknown[][]): unknown };
  write(book: object, options: object): Buffer;
}
interface Hucre {
  writeXlsx(workbook: object): Promise<Uint8Array>;
}

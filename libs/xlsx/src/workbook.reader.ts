import { decodeBytes } from './decode-bytes.js';
import { SharedStrings } from './shared-strings.js';
import { SharedStringsReader } from './shared-strings.reader.js';
import { SheetReader, type SheetRow, type XlsxLimits } from './sheet.reader.js';
import { readDateStyles } from './styles.reader.js';
import { Parts, readContents, type WorkbookSheet } from './workbook.contents.js';

/** The files of an .xlsx, which is a .zip of them. */
export interface WorkbookParts {
  names: readonly string[];
  /** One of `names`, from its beginning, as often as it is called. */
  open(name: string): AsyncIterable<Uint8Array>;
}

export interface WorkbookOptions {
  /** How the files begin that take shared texts which do not fit into memory; whose folder it is removes them. */
  spoolPath: string;
  /** What of them stays in memory. */
  bytesInMemory?: number;
  maxTextLength: number;
}

export interface SheetRows {
  /** In order, those without a text left out; at most what one piece of the part holds at a time. Read once. */
  batches: AsyncIterable<SheetRow[]>;
  /** So far. */
  seen(): { blankLines: number; hiddenRows: number; mergedRanges: number };
}

export interface Workbook {
  sheets: WorkbookSheet[];
  rows(sheet: WorkbookSheet, limits: XlsxLimits): SheetRows;
  close(): void;
}

const defaultBytesInMemory = 32 * 1024 * 1024;

/**
 * Reads what all sheets share: their names, the styles, the texts.
 *
 * @throws XlsxError, and what a part throws while it is read
 */
export async function openWorkbook(files: WorkbookParts, options: WorkbookOptions): Promise<Workbook> {
  const { names } = files;
  const parts = new Parts({ names, open: (name) => decodeBytes(files.open(name)) });
  const { sheets, is1904, styles, sharedStrings } = await readContents(parts);
  const dateStyles = styles === undefined ? [] : await readDateStyles(parts.open(styles));
  const strings = new SharedStrings(options.spoolPath, options.bytesInMemory ?? defaultBytesInMemory);
  try {
    if (sharedStrings !== undefined) {
      const reader = new SharedStringsReader((text) => strings.add(text), options.maxTextLength);
      for await (const text of parts.open(sharedStrings)) reader.push(text);
      reader.end();
    }
  } catch (error) {
    strings.close();
    throw error;
  }
  const context = { text: (index: number) => strings.get(index), dateStyles, is1904 };
  return {
    sheets,
    rows: ({ part }, limits) => {
      const reader = new SheetReader(context, limits);
      return {
        batches: batchesOf(reader, parts.open(part)),
        seen: () => {
          const { blankLines, hiddenRows, mergedRanges } = reader;
          return { blankLines, hiddenRows, mergedRanges };
        },
      };
    },
    close: () => strings.close(),
  };
}

async function* batchesOf(reader: SheetReader, texts: AsyncIterable<string>): AsyncGenerator<SheetRow[]> {
  for await (const text of texts) {
    const rows = reader.push(text);
    if (rows.length > 0) yield rows;
  }
  const rows = reader.end();
  if (rows.length > 0) yield rows;
}

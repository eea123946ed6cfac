import { chooseSheet } from '@roundtrip/contracts/words';
import { Parts, readContents, SharedStringsReader, SheetReader, xmlEncoding } from '@roundtrip/xlsx/browser';
import { unpacked, type ZipEntry } from './zip-entries.js';

/** What a workbook shows of itself without being read as a whole. */
export interface WorkbookView {
  /** Name of the sheet that is read. */
  sheet: string;
  header: string[];
  /** By what the sheet says of its size; absent where it says nothing. Headers do not count. */
  rowsAbout: number | undefined;
  /** Of what would have to be unpacked to count the rows. */
  bytesToCount: number;
  /** As the server counts: rows with something in them, below the header. */
  countRows(signal: AbortSignal): Promise<number>;
}

/** Why no sheet is read. */
export type NoSheet = { sheet: undefined; because: 'chartsAlone' | 'withoutNumbers' | 'several' };

/** Of a sheet, until its first row; of texts, until those of that row. */
const HEAD_BYTES = 16 * 1024 * 1024;
const limits = { maxRecordBytes: 1024 * 1024, maxColumns: 16_384, maxRows: Infinity };

async function* textsOf(zip: Blob, entry: ZipEntry): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of unpacked(zip, entry)) {
    decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true });
    yield decoder.decode(bytes, { stream: true });
  }
}

/** @throws Error when it is no workbook that can be read */
export async function viewWorkbook(
  zip: Blob,
  entries: readonly ZipEntry[],
  hasNumbers: (header: readonly string[]) => boolean,
): Promise<WorkbookView | NoSheet> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const parts = new Parts({ names: [...byName.keys()], open: (name) => textsOf(zip, byName.get(name)!) });
  const contents = await readContents(parts);
  const sizeOf = (part: string | undefined): number =>
    entries.find(({ name }) => name.toLowerCase() === part?.toLowerCase())?.bytes ?? 0;
  const head = (part: string) => headOf(parts, part, contents.sharedStrings);
  const choice = await chooseSheet(contents.sheets, async ({ part }) => hasNumbers((await head(part)).header));
  if (choice.is !== 'chosen') return { sheet: undefined, because: choice.is };
  const { name, part } = choice.sheet;
  return {
    sheet: name,
    ...(await head(part)),
    bytesToCount: sizeOf(part) + sizeOf(contents.sharedStrings),
    countRows: (signal) => countRows(parts, part, contents.sharedStrings, signal),
  };
}

async function headOf(
  parts: Parts,
  part: string,
  sharedStrings: string | undefined,
): Promise<Pick<WorkbookView, 'header' | 'rowsAbout'>> {
  const wanted = new Set<number>();
  const first = await firstRow(parts.open(part), (index) => {
    wanted.add(index);
    return '?';
  });
  if (wanted.size === 0 || sharedStrings === undefined) return first;
  const texts = await someTexts(
    parts.open(sharedStrings),
    (index) => wanted.has(index),
    (index, read) => index > Math.max(...wanted) || read > HEAD_BYTES,
  );
  return { ...first, header: (await firstRow(parts.open(part), (index) => texts.get(index) ?? '')).header };
}

async function firstRow(
  texts: AsyncIterable<string>,
  text: (index: number) => string,
): Promise<Pick<WorkbookView, 'header' | 'rowsAbout'>> {
  const reader = new SheetReader({ text, dateStyles: [], is1904: false }, limits);
  let read = 0;
  for await (const piece of texts) {
    const [row] = reader.push(piece);
    read += piece.length;
    if (row || read > HEAD_BYTES) {
      return { header: row?.cells ?? [], rowsAbout: rowsOf(reader.dimension) };
    }
  }
  return { header: reader.end()[0]?.cells ?? [], rowsAbout: rowsOf(reader.dimension) };
}

/** Rows below the first of `A1:AB1200`. */
function rowsOf(dimension: string | undefined): number | undefined {
  const [, from, to] = /^\$?[a-z]+\$?(\d+):\$?[a-z]+\$?(\d+)$/i.exec(dimension ?? '') ?? [];
  return from === undefined ? undefined : Number(to) - Number(from);
}

/** Those of the texts that sheets share which are wanted, by their number. @param isEnough asked after each piece */
async function someTexts(
  pieces: AsyncIterable<string>,
  isWanted: (index: number, text: string) => boolean,
  isEnough: (index: number, read: number) => boolean,
): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  let index = 0;
  let read = 0;
  const reader = new SharedStringsReader((text) => {
    if (isWanted(index, text)) texts.set(index, text);
    index++;
  }, limits.maxRecordBytes);
  for await (const piece of pieces) {
    reader.push(piece);
    read += piece.length;
    if (isEnough(index, read)) break;
  }
  return texts;
}

async function countRows(
  parts: Parts,
  part: string,
  sharedStrings: string | undefined,
  signal: AbortSignal,
): Promise<number> {
  const goOn = (): boolean => {
    signal.throwIfAborted();
    return false;
  };
  const blank =
    sharedStrings === undefined
      ? new Map<number, string>()
      : await someTexts(parts.open(sharedStrings), (_index, text) => text.trim() === '', goOn);
  const reader = new SheetReader(
    { text: (index) => (blank.has(index) ? '' : '?'), dateStyles: [], is1904: false },
    limits,
  );
  let rows = 0;
  for await (const piece of parts.open(part)) {
    goOn();
    rows += reader.push(piece).length;
  }
  return Math.max(0, rows + reader.end().length - 1);
}

import { posix } from 'node:path';
import { decodeBytes } from './decode-bytes.js';
import { readXml, spreadsheetNamespaces } from './read-xml.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { SheetReader, type SheetRow, type XlsxLimits } from './sheet.reader.js';
import { readDateStyles } from './styles.reader.js';
import { damaged } from './xlsx.errors.js';
import type { XmlReader } from './xml.reader.js';

/** The files of an .xlsx, which is a .zip of them. */
export interface WorkbookParts {
  names: readonly string[];
  /** One of `names`, from its beginning, as often as it is called. */
  open(name: string): AsyncIterable<Uint8Array>;
}

export interface WorkbookSheet {
  name: string;
  /** Only these have rows: a chart can have a sheet of its own. */
  isWorksheet: boolean;
  part: string;
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

interface Relation {
  /** The last word of its type. */
  type: string;
  part: string;
}

const defaultBytesInMemory = 32 * 1024 * 1024;

/** Names of parts are the same in capitals or not (ISO 29500-2). */
class Parts {
  private readonly written: ReadonlyMap<string, string>;

  constructor(private readonly parts: WorkbookParts) {
    this.written = new Map(parts.names.map((name) => [name.toLowerCase(), name]));
  }

  has(name: string): boolean {
    return this.written.has(name.toLowerCase());
  }

  /** @throws XlsxError when it is missing */
  open(name: string): AsyncIterable<Uint8Array> {
    const written = this.written.get(name.toLowerCase());
    if (written === undefined) throw damaged('lacks one of its parts.');
    return this.parts.open(written);
  }

  /** What a part refers to, by id. */
  async relationsOf(part: string): Promise<Map<string, Relation>> {
    const { dir, base } = posix.parse(part);
    const relations = new Map<string, Relation>();
    const name = posix.join(dir, '_rels', `${base}.rels`);
    if (!this.has(name)) return relations;
    const open = (element: string, xml: XmlReader): void => {
      if (element !== 'Relationship' || xml.attribute('TargetMode') === 'External') return;
      const target = xml.attribute('Target') ?? '';
      const type = posix.basename(xml.attribute('Type') ?? '');
      relations.set(xml.attribute('Id') ?? '', { type, part: targetOf(dir, target) });
    };
    await readXml(this.open(name), { open, close: () => undefined });
    return relations;
  }
}

/** Relative to the folder of who refers, or absolute; always without a `/` in front. */
function targetOf(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  return posix.join('/', path.startsWith('/') ? '' : folder, path).slice(1);
}

/**
 * Reads what all sheets share: their names, the styles, the texts.
 *
 * @throws XlsxError, and what a part throws while it is read
 */
export async function openWorkbook(files: WorkbookParts, options: WorkbookOptions): Promise<Workbook> {
  const parts = new Parts(files);
  const root = ofType(await parts.relationsOf(''), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = await parts.relationsOf(root);
  const { sheets, is1904 } = await readSheets(parts.open(root), relations);
  const styles = ofType(relations, 'styles');
  const dateStyles = styles === undefined ? [] : await readDateStyles(parts.open(styles));
  const strings = new SharedStrings(options.spoolPath, options.bytesInMemory ?? defaultBytesInMemory);
  try {
    const texts = ofType(relations, 'sharedStrings');
    if (texts !== undefined) await readSharedStrings(parts.open(texts), strings, options.maxTextLength);
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

const ofType = (relations: ReadonlyMap<string, Relation>, wanted: string): string | undefined =>
  [...relations.values()].find(({ type }) => type === wanted)?.part;

async function readSheets(
  chunks: AsyncIterable<Uint8Array>,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ sheets: WorkbookSheet[]; is1904: boolean }> {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  const open = (name: string, xml: XmlReader): void => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(xml.attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = relations.get(xml.attribute('*:id') ?? '');
    if (!relation) throw damaged('lacks one of its sheets.');
    sheets.push({
      name: xml.attribute('name') ?? '',
      isWorksheet: relation.type === 'worksheet',
      part: relation.part,
    });
  };
  await readXml(chunks, { open, close: () => undefined }, { namespaces: spreadsheetNamespaces });
  return { sheets, is1904 };
}

async function* batchesOf(reader: SheetReader, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SheetRow[]> {
  for await (const text of decodeBytes(chunks)) {
    const rows = reader.push(text);
    if (rows.length > 0) yield rows;
  }
  const rows = reader.end();
  if (rows.length > 0) yield rows;
}

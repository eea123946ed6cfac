import { readXml, spreadsheetNamespaces } from './read-xml.js';
import { damaged } from './xlsx.errors.js';
import type { XmlReader } from './xml.reader.js';

// What a workbook is made of. Runs in a browser, too.

/** The XML of the files of an .xlsx, which is a .zip of them. */
export interface PartTexts {
  names: readonly string[];
  /** One of `names`, from its beginning, as often as it is called. */
  open(name: string): AsyncIterable<string>;
}

export interface WorkbookSheet {
  name: string;
  /** Only these have rows: a chart can have a sheet of its own. */
  isWorksheet: boolean;
  part: string;
}

export interface WorkbookContents {
  sheets: WorkbookSheet[];
  is1904: boolean;
  /** Names of parts; absent where the workbook has none. */
  styles: string | undefined;
  sharedStrings: string | undefined;
}

interface Relation {
  /** The last word of its type. */
  type: string;
  part: string;
}

/** Names of parts are the same in capitals or not (ISO 29500-2). */
export class Parts {
  private readonly written: ReadonlyMap<string, string>;

  constructor(private readonly parts: PartTexts) {
    this.written = new Map(parts.names.map((name) => [name.toLowerCase(), name]));
  }

  has(name: string): boolean {
    return this.written.has(name.toLowerCase());
  }

  /** @throws XlsxError when it is missing */
  open(name: string): AsyncIterable<string> {
    const written = this.written.get(name.toLowerCase());
    if (written === undefined) throw damaged('part', 'lacks one of its parts.');
    return this.parts.open(written);
  }

  /** What a part refers to, by id. */
  async relationsOf(part: string): Promise<Map<string, Relation>> {
    const [dir, base] = folderAndName(part);
    const relations = new Map<string, Relation>();
    const name = `${dir}_rels/${base}.rels`;
    if (!this.has(name)) return relations;
    const open = (element: string, xml: XmlReader): void => {
      if (element !== 'Relationship' || xml.attribute('TargetMode') === 'External') return;
      const target = xml.attribute('Target') ?? '';
      const [, type] = folderAndName(xml.attribute('Type') ?? '');
      relations.set(xml.attribute('Id') ?? '', { type, part: targetOf(dir, target) });
    };
    await readXml(this.open(name), { open, close: () => undefined });
    return relations;
  }
}

/** The folder with its `/`, or nothing. */
function folderAndName(path: string): [folder: string, name: string] {
  const from = path.lastIndexOf('/') + 1;
  return [path.slice(0, from), path.slice(from)];
}

/** Relative to the folder of who refers, or absolute; always without a `/` in front. */
function targetOf(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** @throws XlsxError, and what a part throws while it is read */
export async function readContents(parts: Parts): Promise<WorkbookContents> {
  const root = ofType(await parts.relationsOf(''), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = await parts.relationsOf(root);
  return {
    ...(await readSheets(parts.open(root), relations)),
    styles: ofType(relations, 'styles'),
    sharedStrings: ofType(relations, 'sharedStrings'),
  };
}

const ofType = (relations: ReadonlyMap<string, Relation>, wanted: string): string | undefined =>
  [...relations.values()].find(({ type }) => type === wanted)?.part;

async function readSheets(
  texts: AsyncIterable<string>,
  relations: ReadonlyMap<string, Relation>,
): Promise<{ sheets: WorkbookSheet[]; is1904: boolean }> {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  const open = (name: string, xml: XmlReader): void => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(xml.attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const relation = relations.get(xml.attribute('*:id') ?? '');
    if (!relation) throw damaged('sheet', 'lacks one of its sheets.');
    sheets.push({
      name: xml.attribute('name') ?? '',
      isWorksheet: relation.type === 'worksheet',
      part: relation.part,
    });
  };
  await readXml(texts, { open, close: () => undefined }, { namespaces: spreadsheetNamespaces });
  return { sheets, is1904 };
}

import { spawn, spawnSync } from 'node:child_process';
import { json, text } from 'node:stream/consumers';
import { join } from 'node:path';

/** A real LibreOffice, driven as an officer uses it. What happens in it is in libreoffice/driver.py. */

export type SheetLocale = 'en-US' | 'fr-FR' | 'de-DE';
export type SheetCharset =
  'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh' | 'windows-1250' | 'windows-1251' | 'windows-1253';
export type SheetDelimiter = ',' | ';' | '\t';

export interface SheetJob {
  open: {
    path: string;
    delimiter?: SheetDelimiter;
    /** All columns with the column type “Text”, as an officer chooses in the import window. */
    asText?: boolean;
    /** “Detect special numbers”: what Excel always does. */
    special?: boolean;
  };
  steps: SheetStep[];
}

/** Cells as a spreadsheet names them: `C2`, `C2:C9`. */
export type SheetStep =
  | { do: 'type'; cell: string; text: string }
  /** @param as a number format in its English spelling; `General` shows what the program holds */
  | { do: 'format'; cells: string; as: string }
  /** These cells alone, by their first column. */
  | { do: 'sort'; cells: string }
  /** What is to the right moves to the left. */
  | { do: 'deleteCells'; cells: string }
  /** What is there moves to the right. */
  | { do: 'insertCells'; cells: string }
  | { do: 'save'; path: string; delimiter?: SheetDelimiter; charset?: SheetCharset }
  | { do: 'read' };

export interface SeenCell {
  kind: 'empty' | 'text' | 'number' | 'formula';
  /** As it is shown. */
  text: string;
}

/** Rows of cells. */
export type SeenSheet = SeenCell[][];

const driver = join(import.meta.dirname, '../../libreoffice/driver.py');
/** Debian's is the one that knows of python3-uno, whatever comes first on the PATH. */
const pythons = ['/usr/bin/python3', 'python3'];

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const pythonWithUno = (): string | undefined => pythons.find((python) => runs(python, '-c', 'import uno'));

/** What a run needs and this machine has not; undefined when it has all. */
export function missingForLibreOffice(): string | undefined {
  const missing = [
    ...(runs('sh', '-c', 'command -v soffice') ? [] : ['LibreOffice (Debian: libreoffice-calc)']),
    ...(pythonWithUno() === undefined ? ['its Python bindings (Debian: python3-uno)'] : []),
  ];
  return missing.length > 0 ? `${missing.join(' and ')} is not installed` : undefined;
}

/**
 * One LibreOffice of its own does all the jobs and ends.
 *
 * @param locale what the officer's machine is set to: decides what is typed and shown
 * @returns for each job: what its `read` steps saw
 */
export async function inLibreOffice(locale: SheetLocale, documents: SheetJob[]): Promise<SeenSheet[][]> {
  const missing = missingForLibreOffice();
  if (missing !== undefined) throw new Error(`${missing}.`);
  const child = spawn(pythonWithUno()!, [driver], { timeout: 120_000 });
  child.stdin.end(JSON.stringify({ locale, documents }));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [seen, complaints] = await Promise.all([json(child.stdout).catch(() => undefined), text(child.stderr)]);
  const status = await ended;
  if (status !== 0 || seen === undefined) throw new Error(`LibreOffice did not do it (${status}): ${complaints}`);
  return seen as SeenSheet[][];
}

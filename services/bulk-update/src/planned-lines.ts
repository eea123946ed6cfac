import type { RecordedIssue, PlannedChange, PlannedLine } from '@roundtrip/contracts';

/**
 * The lines of a chunk, of which only what is asked for is made. The cells of a line, nine tenths of its text, are needed where it is
 * rejected, so they stay text until then; and a line that asks for nothing is cut out of the text without a parser. Measured with
 * `npm run profile -- check`: together with found-contacts 44 µs of CPU a line instead of 55.
 *
 * Written by import-validation and checked there; parsing each line by schema would cost more than the decision.
 */
export function linesOfChunk(text: string): PlannedLine[] {
  const lines: PlannedLine[] = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to > from) lines.push(lineOf(text, from, to));
    from = to + 1;
  }
  return lines;
}

// Inside of a JSON text each quotation mark has a backslash in front, so that these stand between properties and nowhere else.
const beforeCells = ',"raw":[';
const untouched = ',"changes":[],"issues":[]';

/** Plans that are older than this have their cells between other properties: those are parsed as they are. */
function lineOf(text: string, from: number, to: number): PlannedLine {
  const cells = text.indexOf(beforeCells, from);
  if (cells === -1 || cells >= to || !text.startsWith(']}', to - 2))
    return JSON.parse(text.slice(from, to)) as PlannedLine;
  const rest = text.slice(cells + beforeCells.length - 1, to - 1);
  return (
    untouchedLine(text, from, cells, rest) ?? new ReadLine(JSON.parse(`${text.slice(from, cells)}}`) as Head, rest)
  );
}

const none = Object.freeze([]) as unknown as never[];
const beforeLine = '{"line":';
const beforeNumber = ',"contactNumber":"';
const beforeEmail = '","email":"';

/** Of a line that is nothing but numbers and an address, in the order in which they are written; else undefined. */
function untouchedLine(text: string, from: number, to: number, cells: string): PlannedLine | undefined {
  const end = to - untouched.length;
  if (end < from || !text.startsWith(untouched, end) || !text.startsWith(beforeLine, from)) return undefined;
  const number = text.indexOf(beforeNumber, from);
  if (number === -1 || number >= end || text.codePointAt(end - 1) !== quotationMark) return undefined;
  const said = text.slice(number + beforeNumber.length, end - 1);
  if (said.includes('\\')) return undefined;
  const line = Number(text.slice(from + beforeLine.length, number));
  const email = said.indexOf(beforeEmail);
  const contactNumber = email === -1 ? said : said.slice(0, email);
  const address = email === -1 ? undefined : said.slice(email + beforeEmail.length);
  // A part before the number, or any other property behind it.
  if (!Number.isInteger(line) || contactNumber.includes('"') || address?.includes('"')) return undefined;
  return new ReadLine({ line, contactNumber, email: address, changes: none, issues: none }, cells);
}

const quotationMark = 0x22;

type Head = Omit<PlannedLine, 'raw'>;

class ReadLine implements PlannedLine {
  readonly line: number;
  readonly part: number | undefined;
  readonly contactNumber: string | undefined;
  readonly writtenNumber: string | undefined;
  readonly email: string | undefined;
  readonly changes: PlannedChange[];
  readonly issues: RecordedIssue[];
  readonly #cells: string;

  constructor({ line, part, contactNumber, writtenNumber, email, changes, issues }: Head, cells: string) {
    this.line = line;
    this.part = part;
    this.contactNumber = contactNumber;
    this.writtenNumber = writtenNumber;
    this.email = email;
    this.changes = changes;
    this.issues = issues;
    this.#cells = cells;
  }

  get raw(): string[] {
    return JSON.parse(this.#cells) as string[];
  }

  /** Of the text of its cells, so that nobody has to make them to see that they are few. */
  get rawCharacters(): number {
    return this.#cells.length;
  }
}

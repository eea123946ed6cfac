import type { Delimiter } from './record.reader.js';

/** Byte order mark: without it Excel takes a UTF-8 file for Windows-1252. */
export const BOM = '\uFEFF';

const special: Record<Delimiter, RegExp> = { ',': /[,"\r\n]/, ';': /[;"\r\n]/, '\t': /[\t"\r\n]/ };

/** One RFC 4180 record that ends with CRLF; quotes only where they are needed. */
export function encodeRecord(cells: readonly string[], delimiter: Delimiter): string {
  // One empty cell alone would be a blank line, which readers skip.
  if (cells.length === 1 && cells[0] === '') return '""\r\n';
  const needsQuotes = special[delimiter];
  let record = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (i > 0) record += delimiter;
    record += needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${record}\r\n`;
}

/**
 * Joins lines to UTF-8 blocks of at least `blockBytes` (but for the last): one line per chunk costs a zip stream twenty to thirty times
 * as much.
 */
export async function* inBlocks(
  lines: AsyncIterable<string> | Iterable<string>,
  blockBytes = 65536,
): AsyncGenerator<Buffer, void, undefined> {
  let block: string[] = [];
  let units = 0;
  for await (const line of lines) {
    block.push(line);
    units += line.length;
    if (units < blockBytes) continue;
    yield Buffer.from(block.join(''));
    block = [];
    units = 0;
  }
  if (units > 0) yield Buffer.from(block.join(''));
}

import { randomOf } from '@roundtrip/demo';
import { delimiterOf } from './delimiter-of.js';
import type { RawChange } from './peers/raw-update.js';

/** A template in which a share of the lines asks for one change each, and the same changes for a driver. */
export interface EditedLines {
  csv: string;
  lines: number;
  changes: RawChange[];
  /** The values of before, as changes that take the others back. */
  originals: RawChange[];
}

const values: Record<string, boolean | null> = { TRUE: true, FALSE: false, Empty: null };

/** @param codes of the authorisations in the order of the file's columns */
export function editLines(template: string, share: number, seed: number, codes: readonly string[]): EditedLines {
  const [header = '', ...rows] = template.split('\r\n');
  const delimiter = delimiterOf(template);
  const width = header.split(delimiter).length;
  const changes: RawChange[] = [];
  const originals: RawChange[] = [];
  const lines = rows.filter((row) => row !== '');
  const edited = lines.map((row, at) => {
    const random = randomOf(seed, at);
    if (!random.chance(share)) return row;
    // Names may hold the delimiter; the authorisations are the last columns, and never quoted.
    const cells = row.split(delimiter);
    const field = random.below(codes.length);
    const column = cells.length - width + 4 + 2 * field;
    const old = cells[column]!;
    const wanted = random.pick(Object.keys(values).filter((value) => value !== old));
    cells[column + 1] = wanted;
    changes.push([cells[0]!, codes[field]!, values[wanted]!]);
    originals.push([cells[0]!, codes[field]!, values[old]!]);
    return cells.join(delimiter);
  });
  return { csv: `${[header, ...edited].join('\r\n')}\r\n`, lines: lines.length, changes, originals };
}

/** The first lines of a file, for those that would take too long with all. */
export const firstLines = (csv: string, lines: number): string =>
  `${csv
    .split('\r\n', lines + 1)
    .filter((line) => line !== '')
    .join('\r\n')}\r\n`;

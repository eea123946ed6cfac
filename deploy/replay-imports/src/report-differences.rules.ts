/** What two runs of one import decided about each line, and where that differs. Pure. */

/** What the reports of an import say of a line: what it changed, as one text, and the codes of its issues. */
export interface LineReport {
  changed?: string;
  codes: string[];
}
/** By the line as reports name it: `17`, or `2:17` in the second part of a zip. Lines of which nothing is said are unchanged. */
export type ImportReport = ReadonlyMap<string, LineReport>;

export interface LineDifference {
  line: string;
  /** For an operator; no values. */
  words: string;
}

export function differences(before: ImportReport, after: ImportReport): LineDifference[] {
  const lines = [...new Set([...before.keys(), ...after.keys()])].toSorted(byLine);
  return lines.flatMap((line) => {
    const words = difference(before.get(line), after.get(line));
    return words === undefined ? [] : [{ line, words }];
  });
}

function difference(before: LineReport = { codes: [] }, after: LineReport = { codes: [] }): string | undefined {
  const codes =
    codesOf(before) === codesOf(after) ? '' : ` (${codesOf(before) || '-'} before, ${codesOf(after) || '-'} now)`;
  if (before.changed !== undefined && after.changed === undefined)
    return `changed its contact before, does not now${codes}`;
  if (before.changed === undefined && after.changed !== undefined)
    return `did not change its contact before, does now${codes}`;
  if (before.changed !== after.changed) return `changes its contact from or to other values than before${codes}`;
  return codes === '' ? undefined : `is spoken of otherwise than before${codes}`;
}

const codesOf = ({ codes }: LineReport): string => [...new Set(codes)].toSorted().join(', ');

const numbers = (line: string): number[] => line.split(':').map(Number);

function byLine(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)];
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

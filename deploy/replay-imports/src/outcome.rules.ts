import type { ImportCounts } from '@roundtrip/contracts';
import type { End } from './kafka-record.reader.js';
import type { LineDifference } from './report-differences.rules.js';

/** What became of an import that was done again, in words for an operator. Pure. */

export interface Outcome {
  now: End;
  /** What Kafka remembers; undefined: it has not ended before, or Kafka has forgotten. */
  before: End | undefined;
  /** Undefined when no reports of before are kept. */
  lines: readonly LineDifference[] | undefined;
}

const linesShown = 1_000;

export function outcomeWords({ now, before, lines }: Outcome): { isAsBefore: boolean; words: string; lines: string[] } {
  const isAsBefore = !lines?.length && (before === undefined || isSame(now, before));
  return { isAsBefore, words: `${endWords(now)}${comparison(now, before, lines)}`, lines: lineWords(lines ?? []) };
}

/** One line of text each, a thousand at most. */
export function lineWords(lines: readonly LineDifference[]): string[] {
  const shown = lines.slice(0, linesShown).map(({ line, words }) => `line ${line} ${words}`);
  if (lines.length > linesShown) shown.push(`… and ${lines.length - linesShown} more lines`);
  return shown;
}

function comparison(now: End, before: End | undefined, lines: Outcome['lines']): string {
  if (before === undefined)
    return lines === undefined
      ? '; how it had ended is not known'
      : lines.length === 0
        ? '; each line as before'
        : `; ${lines.length} lines differ`;
  if (!isSame(now, before)) {
    const which = lines === undefined ? '; no reports of before are kept: which lines differ is not known' : '';
    return `; before: ${endWords(before)}${which}`;
  }
  return lines !== undefined && lines.length > 0 ? `; as before, but ${lines.length} lines differ` : '; as before';
}

const counted: (keyof ImportCounts)[] = ['total', 'applied', 'unchanged', 'rejected', 'notAttempted'];

const isSame = (one: End, other: End): boolean =>
  one.state === other.state && counted.every((name) => one.counts?.[name] === other.counts?.[name]);

const endWords = ({ state, counts }: End): string =>
  counts === undefined
    ? state
    : `${state}, ${counts.applied} applied, ${counts.unchanged} unchanged, ${counts.rejected} rejected` +
      (counts.notAttempted > 0 ? `, ${counts.notAttempted} not attempted` : '');

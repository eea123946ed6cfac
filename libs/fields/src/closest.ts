import { withLatinLetters } from './letters.js';

/** What two spellings have in common when case, accents, blanks, joining marks and the alphabet do not count. */
const fold = (text: string): string =>
  withLatinLetters(text)
    .normalize('NFD')
    .replaceAll(/[\p{M}\s_-]/gu, '')
    .toLowerCase();

/** Edits that still look like a slip: none in very short texts, where every text is near every other. */
const toleratedEdits = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** Longer than any code or name of ours; comparing more would only cost time. */
const MAX_LENGTH = 100;

/** "Did you mean": the candidate that differs least, or undefined when none is near. Ties go to the first. */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const wanted = fold(text);
  if (wanted === '') return undefined;
  let best: string | undefined;
  let bestEdits = toleratedEdits(wanted.length) + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestEdits) continue;
    const edits = editDistance(wanted, folded);
    if (edits >= bestEdits) continue;
    [best, bestEdits] = [candidate, edits];
    if (edits === 0) break;
  }
  return best;
}

/** Optimal string alignment: insert, delete, replace or swap two neighbours count one each. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

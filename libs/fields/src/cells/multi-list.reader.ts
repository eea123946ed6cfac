import { sentence } from '@roundtrip/words/sentence';
import type { CellField } from '../field-definition.js';
import { type CellProblem, type FilledReading, removalWord } from './cell-reading.js';
import { quote, unguardFormula } from './cell-text.js';
import { byLetters } from './code-letters.js';
import { inactiveCode, label, unknownCode } from './code-problems.js';
import { didYouMean } from './did-you-mean.js';
import { memoized } from './memoize.js';

/** Reads codes joined by `|`: the whole new set, each once, in rank order. Columns repeat few sets. */
export function multiListReader(field: CellField, inactive: 'refused' | 'accepted'): (text: string) => FilledReading {
  const codes = field.values.map((value) => value.code);
  const position = byLetters(field.values, (_value, index) => index);
  const refused = new Set(
    inactive === 'accepted' ? [] : codes.flatMap((_code, index) => (field.values[index]?.active ? [] : [index])),
  );

  return memoized((text) => {
    const positions: number[] = [];
    const parts = unguardFormula(text)
      .split('|')
      .map((part) => part.trim());
    for (const part of parts) {
      if (part === '') return { error: emptyPart(field, text, parts) };
      const index = position.get(part);
      if (index === undefined) return { error: unknownPart(field, part, position) };
      if (refused.has(index)) return { error: inactiveCode(field, part) };
      if (!positions.includes(index)) positions.push(index);
    }
    if (positions.length > 1) positions.sort((a, b) => a - b);
    // Frozen: cells with the same text share it.
    return { value: Object.freeze(positions.map((index) => codes[index] ?? '')) as string[] };
  });
}

function emptyPart(field: CellField, text: string, parts: readonly string[]): CellProblem {
  const filled = parts.filter((part) => part !== '').join('|');
  return {
    code: 'VALUE_LIST_SYNTAX',
    message: [sentence('codes-syntax', { value: quote(text), field: label(field) })],
    hint: [...didYouMean(filled === '' ? undefined : filled), sentence('codes-join')],
  };
}

function unknownPart(field: CellField, part: string, position: ReadonlyMap<string, number>): CellProblem {
  const problem = unknownCode(field, part);
  if (removalWord(field.values)(part)) return { ...problem, hint: [sentence('empty-alone')] };
  const pieces = part.split(/[,;/\n]/).map((piece) => piece.trim());
  const onlyTheSeparatorIsWrong = pieces.length > 1 && pieces.every((piece) => position.has(piece));
  return onlyTheSeparatorIsWrong
    ? { ...problem, hint: [sentence('codes-join-meant', { meant: pieces.join('|') })] }
    : problem;
}

import type { CellField } from '../fields/field-definition.js';
import type { CellProblem, FilledReading } from './cell-reading.js';
import { unguardFormula } from './cell-text.js';
import { inactiveCode, label, unknownCode } from './code-problems.js';
import { remembered } from './remembered.js';

/** Reads codes joined by `|`: the whole new set, each once, in rank order. Columns repeat few sets. */
export function multiListReader(field: CellField, inactive: 'refused' | 'accepted'): (text: string) => FilledReading {
  const codes = field.values.map((value) => value.code);
  const position = new Map(codes.map((code, index) => [code, index]));
  const refused = new Set(
    inactive === 'accepted' ? [] : field.values.filter((value) => !value.active).map((value) => value.code),
  );

  return remembered((text) => {
    const positions: number[] = [];
    for (const untrimmed of unguardFormula(text).split('|')) {
      const part = untrimmed.trim();
      if (part === '') return { error: emptyPart(field) };
      const index = position.get(part);
      if (index === undefined) return { error: unknownPart(field, part, position) };
      if (refused.has(part)) return { error: inactiveCode(field, part) };
      if (!positions.includes(index)) positions.push(index);
    }
    if (positions.length > 1) positions.sort((a, b) => a - b);
    // Frozen: cells with the same text share it.
    return { value: Object.freeze(positions.map((index) => codes[index] ?? '')) as string[] };
  });
}

const emptyPart = (field: CellField): CellProblem => ({
  code: 'VALUE_LIST_SYNTAX',
  message: `The list of codes for ${label(field)} has an empty part: nothing stands before, after or between two |.`,
  hint: 'Join codes by a single |, as in A|B, or write Empty to remove all of them.',
});

function unknownPart(field: CellField, part: string, position: ReadonlyMap<string, number>): CellProblem {
  const problem = unknownCode(field, part);
  const pieces = part.split(/[,;/\n]/).map((piece) => piece.trim());
  const onlyTheSeparatorIsWrong = pieces.length > 1 && pieces.every((piece) => position.has(piece));
  return onlyTheSeparatorIsWrong ? { ...problem, hint: `Join codes by |: did you mean ${pieces.join('|')}?` } : problem;
}

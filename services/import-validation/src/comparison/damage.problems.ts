import type { ComparedColumn, TemplateComparison } from '@roundtrip/contracts';
import { FileProblem } from '@roundtrip/files';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import type { FoundDamage } from './comparison.rules.js';

/** What is wrong with a file that a spreadsheet has damaged throughout. No text of the file is in it. */

/** The file may not be applied, and what was found tells why. */
export class DamagedFile extends FileProblem {
  constructor(
    { code, columns }: FoundDamage,
    readonly comparison: TemplateComparison,
  ) {
    const isSorted = code === 'FILE_SORTED_APART';
    super(code, isSorted ? [sentence('columns-sorted-apart', named(columns))] : columnDamaged(columns), {
      line: columns[0]?.places[0]?.line,
      part: columns[0]?.places[0]?.part,
      hint: [sentence(isSorted ? 'columns-sorted-apart-how' : 'column-damaged-how')],
    });
  }
}

const shown = 3;

const columnText = ({ role, key }: ComparedColumn): string => (role === 'old' ? `[old] ${key}` : key);

const named = (columns: readonly ComparedColumn[]): { columns: string; more: number } => ({
  columns: columns.slice(0, shown).map(columnText).join(', '),
  more: Math.max(0, columns.length - shown),
});

/** The worst one says how it came about; of the others the outcome tells. */
function columnDamaged(columns: readonly ComparedColumn[]): Sentence[] {
  const [worst, ...others] = columns as [ComparedColumn, ...ComparedColumn[]];
  const { cells, cause } = worst;
  return [
    sentence('column-damaged', { column: columnText(worst), cells, cause }),
    ...(others.length > 0 ? [sentence('columns-damaged-too', named(others))] : []),
    sentence('nothing-applied'),
  ];
}

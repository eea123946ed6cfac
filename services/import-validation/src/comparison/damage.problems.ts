import type { ComparedColumn, DamageCause, TemplateComparison } from '@roundtrip/contracts';
import { FileProblem } from '@roundtrip/files';
import type { FoundDamage } from './comparison.rules.js';

/** What is wrong with a file that a spreadsheet has damaged throughout. No text of the file: the sentences travel. */

const did: Record<DamageCause, string> = {
  zerosLost: 'the zeros at the beginning of its values were lost',
  dateRewritten: 'its values were made dates, or its dates were written in another form',
  truthValueRewritten: 'its truth values were written in another way',
  numberShortened: 'digits of its numbers were lost',
  numberRewritten: 'its numbers were written in another way',
  textCorrected: 'its texts were corrected by a program',
  errorValue: 'its cells hold errors of the spreadsheet',
  cleared: 'its cells were cleared',
  shifted: 'its cells were shifted from the column beside',
  sortedApart: 'its cells belong to other lines',
  changed: 'its cells hold other values',
};

/** The file may not be applied, and what was found tells why. */
export class DamagedFile extends FileProblem {
  constructor(
    { code, columns }: FoundDamage,
    readonly comparison: TemplateComparison,
  ) {
    super(code, code === 'FILE_SORTED_APART' ? sortedApart(columns) : columnDamaged(columns), {
      line: columns[0]?.places[0]?.line,
      part: columns[0]?.places[0]?.part,
      hint: code === 'FILE_SORTED_APART' ? sortTogether : keepAsText,
    });
  }
}

const shown = 3;

const columnText = ({ role, key }: ComparedColumn): string => (role === 'old' ? `[old] ${key}` : key);

const withMore = (texts: readonly string[], separator: string): string =>
  texts.slice(0, shown).join(separator) + (texts.length > shown ? `${separator}and ${texts.length - shown} more` : '');

const count = (value: number): string => value.toLocaleString('en');

const sortedApart = (columns: readonly ComparedColumn[]): string =>
  `Columns were sorted apart from each other: what stands in ${withMore(columns.map(columnText), ', ')} belongs to contacts of other lines. So may what was typed, and nothing was applied.`;

const sortTogether =
  'Start again from the template, or from a copy of before the sorting, and select the whole table before you sort it.';

/** The worst one says how it came about; of the others the outcome tells. */
function columnDamaged(columns: readonly ComparedColumn[]): string {
  const [worst, ...others] = columns as [ComparedColumn, ...ComparedColumn[]];
  const also = others.length > 0 ? ` So are ${withMore(others.map(columnText), ', ')}.` : '';
  return `A column that nobody is asked to edit is damaged: of ${columnText(worst)} ${count(worst.cells)} cells are not what the template held, as ${did[worst.cause]}.${also} Nothing was applied.`;
}

const keepAsText =
  'Take the template again as a workbook (.xlsx), which a spreadsheet does not damage, and copy your [new] cells into it; or open the .csv with all columns as text.';

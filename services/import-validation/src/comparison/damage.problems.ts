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

const shown = 8;

const columnText = ({ role, key }: ComparedColumn): string => (role === 'old' ? `[old] ${key}` : key);

function listed(columns: readonly ComparedColumn[]): string {
  const names = columns.slice(0, shown).map(columnText).join(', ');
  return columns.length > shown ? `${names} and ${columns.length - shown} more` : names;
}

const count = (value: number): string => value.toLocaleString('en');

const sortedApart = (columns: readonly ComparedColumn[]): string =>
  `Columns of this file were sorted apart from each other: what stands in ${listed(columns)} belongs to the contacts of other lines (${count(columns[0]!.cells)} cells of ${columnText(columns[0]!)}). What was typed may stand beside other contacts, too, so nothing was applied.`;

const sortTogether =
  'Start again from the template, or from a copy of before the sorting: select the whole table before you sort it, or sort by the filter of the first row.';

const columnDamaged = (columns: readonly ComparedColumn[]): string =>
  `${columns.length === 1 ? 'A column that nobody is asked to edit is' : `${columns.length} columns that nobody is asked to edit are`} damaged: ${columns
    .slice(0, shown)
    .map(
      (column) =>
        `of ${columnText(column)} ${count(column.cells)} cells are not what the template held: ${did[column.cause]}`,
    )
    .join(
      '; ',
    )}${columns.length > shown ? `; and ${columns.length - shown} more` : ''}. The other columns may be damaged in the same way, so nothing was applied.`;

const keepAsText =
  'Take the template again as a workbook (.xlsx), in which a spreadsheet changes nothing by itself, and copy your [new] cells into it; or open the .csv with all columns as text. Type into the [new] columns alone.';

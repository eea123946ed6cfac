import { EMPTY, type Language, type Plan, type PlannedField, type RecordedIssue } from '@roundtrip/contracts';
import type { ChunkDocument, ChunkEntry, ChunkReport } from '@roundtrip/database';
import { issueWords, sentence, sentencesText } from '@roundtrip/words';
import { formatValue, guardFormula, inUsePath, returnedCell } from '@roundtrip/fields';

/** The rows of the two reports; pure. A row is the cells of one record. */

const hasParts = (item: { part?: number }): boolean => item.part !== undefined;

export const rejectedHeader = (plan: Plan): string[] => [...plan.header.map((cell) => returnedCell(cell)), '[errors]'];

/**
 * The file's own cells, so that the row can be corrected and uploaded as it is, and why it was rejected: no cell is a formula, whoever
 * wrote it, and all mean what they meant. Cells of a row that is too long stand behind the errors: they are not lost, and a row that is
 * not corrected is still too long.
 */
export function rejectedRows(plan: Plan, language: Language): (report: ChunkReport) => string[] {
  const columns: (PlannedField | undefined)[] = plan.header.map(() => undefined);
  for (const field of shownFields(plan)) {
    columns[field.newColumn] = field;
    if (field.oldColumn !== undefined) columns[field.oldColumn] = field;
  }
  return ({ raw = [], issues }) => [
    ...columns.map((field, index) => returnedCell(raw[index] ?? '', field)),
    issues.map((issue) => issueText(language, issue)).join(' | '),
    ...raw.slice(columns.length).map((cell) => returnedCell(cell)),
  ];
}

function issueText(language: Language, issue: RecordedIssue): string {
  const { code, column } = issue;
  const { message = '', hint } = issueWords(language, issue);
  const words = hint === undefined ? message : `${message} ${hint}`;
  const said =
    column === undefined ? sentence('error', { code, words }) : sentence('error-in-column', { code, column, words });
  return sentencesText(language, [said]);
}

export const changesHeader = (plan: Plan): string[] => [
  'CONTACT_NUMBER',
  ...shownFields(plan).flatMap((field) => [`[before] ${fieldName(field)}`, `[after] ${fieldName(field)}`]),
  'LINE',
  'CHANGED_AT',
  'CHANGED_BY',
  'IMPORT',
];

/**
 * Both cells of a field that the line did not change are blank; `Empty` stands for no value in those that it did. What is the same in all
 * rows of a chunk is made once.
 *
 * @param changedBy the name of who asked for the import
 */
export function changesRows(plan: Plan, chunk: ChunkDocument, changedBy: string): (entry: ChunkEntry) => string[] {
  const fields = shownFields(plan);
  const last = [chunk.decidedAt.toISOString(), guardFormula(changedBy), chunk.importId];
  return (entry) => {
    const { before, after } = entry;
    const row = [guardFormula(entry.contactNumber)];
    for (const field of fields) {
      if (Object.hasOwn(after, field.path)) {
        row.push(valueCell(field, before[field.path] ?? null), valueCell(field, after[field.path] ?? null));
      } else row.push('', '');
    }
    row.push(hasParts(entry) ? `${entry.part}:${entry.line}` : String(entry.line), ...last);
    return row;
  };
}

const shownFields = (plan: Plan): PlannedField[] => plan.fields.filter(({ path }) => path !== inUsePath);

const fieldName = (field: PlannedField): string =>
  field.path === field.code || !field.path.includes('.') ? field.code : `${field.code} - ${field.name}`;

const valueCell = (field: PlannedField, value: ChunkEntry['before'][string]): string =>
  value === null ? EMPTY : formatValue(field, value);

import type { RecordedIssue } from '@roundtrip/contracts';
import type { CsvErrorCode } from '@roundtrip/csv';
import { FileProblem, readableSize } from '@roundtrip/files';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { placeParams } from './place-params.js';

// What can be wrong with a file as a whole.

export interface FileLimits {
  maxRecordBytes: number;
  maxColumns: number;
  /** Over all parts. */
  maxRows: number;
}

/** @param part from 1, in a file of several */
export function csvProblem(
  { code, line }: { code: CsvErrorCode; line?: number | undefined },
  limits: FileLimits,
  part: number | undefined,
): FileProblem {
  const [detail, hint] = explanations[code]({ line, part }, limits);
  return new FileProblem(code, [detail], { hint: [hint], line, part });
}

type Place = Parameters<typeof placeParams>[0];

const explanations: Record<CsvErrorCode, (place: Place, limits: FileLimits) => [detail: Sentence, hint: Sentence]> = {
  FILE_EMPTY: (place) => [
    place.line === undefined ? sentence('file-no-text') : sentence('file-no-text-down-to', placeParams(place)),
    sentence('file-no-text-how'),
  ],
  ENCODING_INVALID: (place) => [sentence('letters-unreadable', placeParams(place)), sentence('letters-unreadable-how')],
  TOO_MANY_COLUMNS: (place, { maxColumns: most }) => [
    sentence('too-many-columns', { most, ...placeParams(place) }),
    sentence('too-many-columns-how'),
  ],
  RECORD_TOO_LARGE: (place, { maxRecordBytes }) => [
    sentence('row-too-large', { ...readableSize(maxRecordBytes), ...placeParams(place) }),
    sentence('row-too-large-how'),
  ],
  QUOTE_NOT_CLOSED: (place) => [sentence('quote-not-closed', placeParams(place)), sentence('quote-not-closed-how')],
  TOO_MANY_ROWS: (_place, { maxRows: most }) => [sentence('too-many-rows', { most }), sentence('too-many-rows-how')],
};

export const noText = (part: number | undefined): FileProblem => csvProblem({ code: 'FILE_EMPTY' }, noLimits, part);

const noLimits: FileLimits = { maxRecordBytes: Infinity, maxColumns: Infinity, maxRows: Infinity };

export const noDataRows = (): FileProblem =>
  new FileProblem('NO_DATA_ROWS', [sentence('no-data-rows')], { hint: [sentence('no-data-rows-how')] });

export const otherHeader = (part: number): FileProblem =>
  new FileProblem('ZIP_NOT_ONE_CSV', [sentence('zip-other-header', { part })], {
    part,
    hint: [sentence('zip-other-header-how')],
  });

/** @param usedAt when the earlier update was asked for; undefined when nothing is known of it any more */
export const sameFileAgain = (usedAt: Date | undefined): RecordedIssue => ({
  code: 'SAME_FILE_AGAIN',
  message: [usedAt ? sentence('same-file-at', { at: usedAt.getTime() }) : sentence('same-file')],
  hint: [sentence('same-file-how')],
});

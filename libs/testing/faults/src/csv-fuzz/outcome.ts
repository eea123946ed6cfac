import { CsvError, type CsvLimits, type CsvRecord, detectEncoding, readCsv } from '@roundtrip/csv';

/** What came of a file: all that it says, or why it cannot be read. */
export type Outcome =
  | { code: string; line: number | undefined }
  | { encoding: string; delimiter: string; header: string[]; records: CsvRecord[]; blankLines: number };

/** Our reader on the bytes, cut at the borders. @throws whatever is none of our coded errors */
export async function outcomeOf(
  bytes: Uint8Array,
  borders: readonly number[],
  limits: CsvLimits,
  known: readonly string[],
): Promise<Outcome> {
  try {
    const { encoding } = await detectEncoding(cut(bytes, borders));
    const file = await readCsv(cut(bytes, borders), {
      encoding,
      limits,
      isKnownColumn: (cell) => known.includes(cell),
    });
    const records: CsvRecord[] = [];
    for await (const batch of file.batches) records.push(...batch);
    return { encoding, delimiter: file.delimiter, header: file.header, records, blankLines: file.blankLines() };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: error.code, line: error.line };
  }
}

/** @param borders ascending; the same one twice gives a chunk without bytes */
async function* cut(bytes: Uint8Array, borders: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const border of borders) {
    yield bytes.subarray(from, border);
    from = border;
  }
  yield bytes.subarray(from);
}

import { basename } from 'node:path/posix';
import { isZipLitter } from '@roundtrip/contracts';
import { type Sentence, sentence } from '@roundtrip/words/sentence';
import { notATable } from './file-advice.js';
import { FileProblem } from './file-problem.errors.js';
import { readableSize } from './readable-size.js';

// What is decided about a zip from its table of contents alone.

/** One entry, as the table of contents lists it. */
export interface ZipListing {
  name: string;
  compressedBytes: number;
  bytes: number;
  /** Where its header lies, in front of its packed bytes. */
  offset: number;
}

export interface InflateLimits {
  /** Of all parts together. */
  maxInflatedBytes: number;
  /** Inflated to packed. Held against what is more than 1 MiB: less can do no harm. */
  maxRatio: number;
}

const harmlessBytes = 1024 * 1024;
/** Of an entry, its name not counted. */
const headerBytes = 30;
const named = 3;

export const notOneCsv = (detail: Sentence, hint = sentence('zip-one-file')): FileProblem =>
  new FileProblem('ZIP_NOT_ONE_CSV', [detail], { hint: [hint] });

export const zipBomb = (detail: Sentence): FileProblem =>
  new FileProblem('ZIP_BOMB', [detail], { hint: [sentence('zip-too-large-how')] });

function namesOf(entries: readonly ZipListing[]): { names: string; more: number } {
  const some = entries.slice(0, named).map(({ name }) => `"${basename(name).slice(0, 100)}"`);
  return { names: some.join(', '), more: entries.length - some.length };
}

/** Office documents are zips, too; of them a workbook can be read. */
function isWorkbook(entries: readonly ZipListing[]): boolean {
  const has = (start: string): boolean => entries.some(({ name }) => name.toLowerCase().startsWith(start));
  if (has('mimetype') && has('content.xml')) throw notATable('ods');
  if (has('index/document.iwa')) throw notATable('numbers');
  if (!has('[content_types].xml')) return false;
  if (has('word/') || has('ppt/')) throw notATable('document');
  if (has('xl/workbook.bin')) throw notATable('xlsb');
  return true;
}

/** The parts of one template are called `x_1.csv`, `x_2.csv` …, or `x_1.xlsx` …; each must be there, and they are read in that order. */
function inOrder<T extends ZipListing>(files: readonly T[]): T[] {
  const numbered = files.map((entry) => ({ entry, match: /^(.*)_(\d{1,6})\.(?:csv|xlsx)$/i.exec(entry.name) }));
  const stem = numbered[0]?.match?.[1];
  if (!numbered.every(({ match }) => match && match[1] === stem)) {
    throw notOneCsv(sentence('zip-not-parts', { files: files.length, ...namesOf(files) }));
  }
  const sorted = numbered.toSorted((a, b) => Number(a.match![2]) - Number(b.match![2]));
  sorted.forEach(({ match }, index) => {
    const part = Number(match![2]);
    if (part === index + 1) return;
    throw part === index
      ? notOneCsv(sentence('zip-part-twice', { part }))
      : notOneCsv(
          sentence('zip-part-missing', { parts: files.length, missing: index + 1 }),
          sentence('zip-part-missing-how'),
        );
  });
  return sorted.map(({ entry }) => entry);
}

function checkSizes(csvs: readonly ZipListing[], { maxInflatedBytes, maxRatio }: InflateLimits): void {
  const total = {
    bytes: csvs.reduce((sum, { bytes }) => sum + bytes, 0),
    compressedBytes: csvs.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0),
  };
  if (total.bytes > maxInflatedBytes) throw zipBomb(sentence('zip-unpacks-to', readableSize(maxInflatedBytes)));
  const swells = ({ bytes, compressedBytes }: typeof total): boolean =>
    bytes > harmlessBytes && bytes > compressedBytes * maxRatio;
  if (csvs.some(swells) || swells(total)) {
    throw zipBomb(sentence('zip-ratio', { times: maxRatio }));
  }
}

/** Entries that share their bytes: a small zip could have as many of them as it likes. */
function checkOverlaps(entries: readonly ZipListing[]): void {
  const inOrderOfBytes = entries.toSorted((a, b) => a.offset - b.offset);
  inOrderOfBytes.forEach(({ offset, compressedBytes }, index) => {
    const next = inOrderOfBytes[index + 1];
    if (next && next.offset < offset + headerBytes + compressedBytes) {
      throw zipBomb(sentence('zip-overlap'));
    }
  });
}

/** What is to be read of a zip. */
export type ZipContents<T> = { is: 'files' | 'workbook'; entries: T[] };

/**
 * The tables to read, in order: the only file, whatever it is called, or the parts of one template. Nothing but the litter of operating
 * systems is passed over. Or the parts of a workbook that may hold XML: pictures and macros are never unpacked.
 *
 * @throws FileProblem FILE_NOT_CSV, ZIP_NOT_ONE_CSV, ZIP_BOMB
 */
export function zipContents<T extends ZipListing>(all: readonly T[], limits: InflateLimits): ZipContents<T> {
  checkOverlaps(all);
  const contents = isWorkbook(all)
    ? { is: 'workbook' as const, entries: all.filter(({ name }) => /\.(?:xml|rels)$/i.test(name)) }
    : { is: 'files' as const, entries: tables(all) };
  checkSizes(contents.entries, limits);
  return contents;
}

function tables<T extends ZipListing>(all: readonly T[]): T[] {
  const entries = all.filter(({ name }) => !name.endsWith('/') && !isZipLitter(name));
  if (entries.length === 0) throw notOneCsv(sentence('zip-no-file'));
  if (entries.length > 1) checkNames(entries);
  return entries.length === 1 ? entries : inOrder(entries);
}

/** Of several files only the names tell how they belong together. */
function checkNames(entries: readonly ZipListing[]): void {
  const others = entries.filter(({ name }) => !/\.(?:csv|xlsx)$/i.test(name));
  if (others.length > 0) throw notOneCsv(sentence('zip-other-files', namesOf(others)));
}

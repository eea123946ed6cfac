import { basename } from 'node:path/posix';
import { isZipLitter } from '@roundtrip/contracts';
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

const sendOneFile =
  'Make a .zip with exactly one .csv or .xlsx in it, or upload the .zip of the template with all its parts.';

export const notOneCsv = (detail: string, hint = sendOneFile): FileProblem =>
  new FileProblem('ZIP_NOT_ONE_CSV', detail, { hint });

export const zipBomb = (detail: string): FileProblem =>
  new FileProblem('ZIP_BOMB', detail, {
    hint: 'Upload the file itself, or several that each have the header line.',
  });

function names(entries: readonly ZipListing[]): string {
  const some = entries.slice(0, named).map(({ name }) => `“${basename(name).slice(0, 100)}”`);
  const rest = entries.length - some.length;
  return some.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Office documents are zips, too; of them a workbook can be read. */
function isWorkbook(entries: readonly ZipListing[]): boolean {
  const has = (start: string): boolean => entries.some(({ name }) => name.toLowerCase().startsWith(start));
  if (has('mimetype') && has('content.xml')) throw notATable('ods', 'The file');
  if (has('index/document.iwa')) throw notATable('numbers', 'The file');
  if (!has('[content_types].xml')) return false;
  if (has('word/') || has('ppt/')) throw notATable('document', 'The file');
  if (has('xl/workbook.bin')) throw notATable('xlsb', 'The file');
  return true;
}

/** The parts of one template are called `x_1.csv`, `x_2.csv` …, or `x_1.xlsx` …; each must be there, and they are read in that order. */
function inOrder<T extends ZipListing>(files: readonly T[]): T[] {
  const numbered = files.map((entry) => ({ entry, match: /^(.*)_(\d{1,6})\.(?:csv|xlsx)$/i.exec(entry.name) }));
  const stem = numbered[0]?.match?.[1];
  if (!numbered.every(({ match }) => match && match[1] === stem)) {
    throw notOneCsv(`The .zip holds ${files.length} files that are not the parts of one template: ${names(files)}.`);
  }
  const sorted = numbered.toSorted((a, b) => Number(a.match![2]) - Number(b.match![2]));
  sorted.forEach(({ match }, index) => {
    const part = Number(match![2]);
    if (part === index + 1) return;
    throw part === index
      ? notOneCsv(`The .zip holds part ${part} of the template twice.`)
      : notOneCsv(
          `The .zip holds ${files.length} parts of a template, and part ${index + 1} is missing.`,
          'Put all parts into the .zip, or upload the parts one by one.',
        );
  });
  return sorted.map(({ entry }) => entry);
}

function checkSizes(csvs: readonly ZipListing[], { maxInflatedBytes, maxRatio }: InflateLimits): void {
  const total = {
    bytes: csvs.reduce((sum, { bytes }) => sum + bytes, 0),
    compressedBytes: csvs.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0),
  };
  if (total.bytes > maxInflatedBytes)
    throw zipBomb(`The .zip unpacks to more than ${readableSize(maxInflatedBytes)}, which is too large.`);
  const swells = ({ bytes, compressedBytes }: typeof total): boolean =>
    bytes > harmlessBytes && bytes > compressedBytes * maxRatio;
  if (csvs.some(swells) || swells(total)) {
    throw zipBomb(`The .zip unpacks to more than ${maxRatio} times its size, which no real file does.`);
  }
}

/** Entries that share their bytes: a small zip could have as many of them as it likes. */
function checkOverlaps(entries: readonly ZipListing[]): void {
  const inOrderOfBytes = entries.toSorted((a, b) => a.offset - b.offset);
  inOrderOfBytes.forEach(({ offset, compressedBytes }, index) => {
    const next = inOrderOfBytes[index + 1];
    if (next && next.offset < offset + headerBytes + compressedBytes) {
      throw zipBomb('Files in the .zip lie on top of each other, which no program makes.');
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
  if (entries.length === 0) throw notOneCsv('The .zip holds no file.');
  if (entries.length > 1) checkNames(entries);
  return entries.length === 1 ? entries : inOrder(entries);
}

/** Of several files only the names tell how they belong together. */
function checkNames(entries: readonly ZipListing[]): void {
  const others = entries.filter(({ name }) => !/\.(?:csv|xlsx)$/i.test(name));
  if (others.length > 0)
    throw notOneCsv(`The .zip holds something else than CSV files and workbooks: ${names(others)}.`);
}

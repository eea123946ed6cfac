import { basename } from 'node:path/posix';
import { isZipLitter } from '@roundtrip/contracts';
import { notCsv } from './file-advice.js';
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

const sendOneCsv = 'Make a .zip with exactly one .csv in it, or upload the .zip of the template with all its parts.';

export const notOneCsv = (detail: string, hint = sendOneCsv): FileProblem =>
  new FileProblem('ZIP_NOT_ONE_CSV', detail, { hint });

export const zipBomb = (detail: string): FileProblem =>
  new FileProblem('ZIP_BOMB', detail, {
    hint: 'Upload the .csv itself, or in several files that each have the header line.',
  });

function names(entries: readonly ZipListing[]): string {
  const some = entries.slice(0, named).map(({ name }) => `“${basename(name).slice(0, 100)}”`);
  const rest = entries.length - some.length;
  return some.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Office documents are zips, too. */
function checkOffice(entries: readonly ZipListing[]): void {
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start));
  if (has('[Content_Types].xml')) throw notCsv(has('word/') || has('ppt/') ? 'document' : 'xlsx', 'The file');
  if (has('mimetype') && has('content.xml')) throw notCsv('ods', 'The file');
  if (has('Index/Document.iwa')) throw notCsv('numbers', 'The file');
}

/** The parts of one template are called `x_1.csv`, `x_2.csv` …; each must be there, and they are read in that order. */
function inOrder<T extends ZipListing>(csvs: readonly T[]): T[] {
  const numbered = csvs.map((entry) => ({ entry, match: /^(.*)_(\d{1,6})\.csv$/i.exec(entry.name) }));
  const stem = numbered[0]?.match?.[1];
  if (!numbered.every(({ match }) => match && match[1] === stem)) {
    throw notOneCsv(`The .zip holds ${csvs.length} CSV files that are not the parts of one template: ${names(csvs)}.`);
  }
  const sorted = numbered.toSorted((a, b) => Number(a.match![2]) - Number(b.match![2]));
  sorted.forEach(({ match }, index) => {
    const part = Number(match![2]);
    if (part === index + 1) return;
    throw part === index
      ? notOneCsv(`The .zip holds part ${part} of the template twice.`)
      : notOneCsv(
          `The .zip holds ${csvs.length} parts of a template, and part ${index + 1} is missing.`,
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

/**
 * The files to read as CSV, in order: the only one, whatever it is called, or the parts of one template. Nothing but the litter of
 * operating systems is passed over.
 *
 * @throws FileProblem FILE_NOT_CSV, ZIP_NOT_ONE_CSV, ZIP_BOMB
 */
export function csvEntries<T extends ZipListing>(all: readonly T[], limits: InflateLimits): T[] {
  checkOverlaps(all);
  checkOffice(all);
  const entries = all.filter(({ name }) => !name.endsWith('/') && !isZipLitter(name));
  if (entries.length === 0) throw notOneCsv('The .zip holds no file.');
  if (entries.length > 1) checkNames(entries);
  const csvs = entries.length === 1 ? entries : inOrder(entries);
  checkSizes(csvs, limits);
  return csvs;
}

/** Of several files only the names tell how they belong together. */
function checkNames(entries: readonly ZipListing[]): void {
  const others = entries.filter(({ name }) => !/\.csv$/i.test(name));
  if (others.length > 0) throw notOneCsv(`The .zip holds something else than CSV: ${names(others)}.`);
}

import { basename } from 'node:path/posix';
import { notCsv } from './file-advice.js';
import { FileProblem } from './file-problem.errors.js';

/** What is decided about a zip from its table of contents alone. */
export interface ZipListing {
  name: string;
  compressedBytes: number;
  bytes: number;
}

export interface InflateLimits {
  /** Of all parts together. */
  maxInflatedBytes: number;
  /** Inflated to packed. Held against entries of more than 1 MiB: small ones can do no harm. */
  maxRatio: number;
}

const harmlessBytes = 1024 * 1024;
const named = 3;

/** What macOS and Windows add by themselves. */
const isLitter = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /^(?:\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(basename(name));

const sendOneCsv = 'Make a .zip with exactly one .csv in it, or upload the .zip of the template with all its parts.';

const notOneCsv = (detail: string, hint = sendOneCsv): FileProblem =>
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

function checkOffice(entries: readonly ZipListing[]): void {
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start));
  if (has('[Content_Types].xml')) {
    if (has('word/')) throw notCsvDocument('a Word document');
    throw notCsv('xlsx', 'The file');
  }
  if (has('mimetype') && has('content.xml')) throw notCsv('ods', 'The file');
}

const notCsvDocument = (what: string): FileProblem =>
  new FileProblem('FILE_NOT_CSV', `The file is ${what}, not a CSV file.`, { hint: sendOneCsv });

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
  const total = csvs.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > maxInflatedBytes) throw zipBomb('The .zip unpacks to more bytes than can be read.');
  if (csvs.some(({ bytes, compressedBytes }) => bytes > harmlessBytes && bytes > compressedBytes * maxRatio)) {
    throw zipBomb(`The .zip unpacks to more than ${maxRatio} times its size, which no real file does.`);
  }
}

/**
 * The CSV files to read, in order: the only one, or the parts of one template. Nothing but the litter of operating systems is passed over.
 *
 * @throws FileProblem FILE_NOT_CSV, ZIP_NOT_ONE_CSV, ZIP_BOMB
 */
export function csvEntries<T extends ZipListing>(all: readonly T[], limits: InflateLimits): T[] {
  checkOffice(all);
  const entries = all.filter(({ name }) => !name.endsWith('/') && !isLitter(name));
  if (entries.length === 0) throw notOneCsv('The .zip holds no file.');
  const others = entries.filter(({ name }) => !/\.csv$/i.test(name));
  if (others.length > 0) {
    const only = entries.length === 1 ? others[0] : undefined;
    const type =
      only && (/\.(xlsx|xls|ods)$/i.exec(only.name)?.[1]?.toLowerCase() as 'xlsx' | 'xls' | 'ods' | undefined);
    if (type) throw notCsv(type, `${names(others)}, the only file in the .zip,`);
    throw notOneCsv(
      others.every(({ name }) => /\.zip$/i.test(name))
        ? `The .zip holds another archive: ${names(others)}.`
        : `The .zip holds something else than CSV: ${names(others)}.`,
    );
  }
  const csvs = entries.length === 1 ? entries : inOrder(entries);
  checkSizes(csvs, limits);
  return csvs;
}

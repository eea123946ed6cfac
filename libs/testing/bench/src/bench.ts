// npm run bench -- NAME --contacts N --rounds N --seed N: measures, writes what it found to the terminal and into the file of results, in place of what
// the last run of that bench found, and its headline into the table of the README. Ends with 1 when a bound is not kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench-options.js';
import { load, machineFacts } from './machine.js';
import { headlines, sectionText, withSection, withTable } from './results.rules.js';

/** In the order of their sections. */
const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  read: () => import('./benches/read.bench.js'),
  workbook: () => import('./benches/workbook.bench.js'),
  template: () => import('./benches/template.bench.js'),
  check: () => import('./benches/check.bench.js'),
  update: () => import('./benches/update.bench.js'),
  whole: () => import('./benches/whole.bench.js'),
  scale: () => import('./benches/scale.bench.js'),
  memory: () => import('./benches/memory.bench.js'),
  fair: () => import('./benches/fair.bench.js'),
  idle: () => import('./benches/idle.bench.js'),
  search: () => import('./benches/search.bench.js'),
  trace: () => import('./benches/trace.bench.js'),
  activities: () => import('./benches/activities.bench.js'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contacts: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '0.05' },
    /** Where nothing is to be written but to the terminal. */
    dry: { type: 'boolean', default: false },
  },
});

const [name = ''] = positionals;
const open = benches[name];
if (!open || positionals.length !== 1) {
  console.error(
    `npm run bench -- ${Object.keys(benches).join('|')} [--contacts N] [--rounds N] [--seed N] [--share S]`,
  );
  process.exit(2);
}
const { bench } = await open();
const options = {
  contacts: wholeNumber('contacts', values.contacts, bench.contacts),
  rounds: wholeNumber('rounds', values.rounds, bench.rounds),
  seed: wholeNumber('seed', values.seed, 1),
  share: shareOf(values.share),
  tell: (line: string) => console.error(line),
};

const before = load();
const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
const found = await bench.run(options);
// What was seen a few times may be seen otherwise the next time.
const few = options.rounds < 5 ? ` (${options.rounds} of the 5 rounds that a figure needs)` : '';
const result = { ...found, headline: found.headline + few };
const run = [
  `\`${command}\`, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ...machineFacts(),
  `load average before ${before}, after ${load()}`,
];
const section = sectionText(name, result, run);
console.log(section);
if (!values.dry) {
  const root = join(import.meta.dirname, '../../../..');
  const results = join(root, 'libs/testing/bench/RESULTS.md');
  edit(results, (file) => withSection(file, name, section, Object.keys(benches)));
  const table = headlines(readFileSync(results, 'utf8'));
  edit(join(root, 'README.md'), (file) => withTable(file, table));
}
if (result.failure !== undefined) process.exitCode = 1;

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`--${option} must be a whole number from 1, not “${text}”`);
}

function shareOf(text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  throw new Error(`--share must be a number from 0 to 1, not “${text}”`);
}

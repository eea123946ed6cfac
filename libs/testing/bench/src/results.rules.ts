import type { Figure } from './rounds.rules.js';

/** What a bench has found out. */
export interface Result {
  /** One line for the table of all benches; its figures may be quoted. */
  headline: string;
  /** What it was measured on, beside what is said of every run. */
  facts: readonly string[];
  tables: readonly Table[];
  /** Sentences below the tables: what was left out and why, what bounds it. */
  notes: readonly string[];
  /** Present when a bound is not kept: which. */
  failure?: string | undefined;
}

export interface Table {
  /** The first column is of text, the others are of figures. */
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** A figure for people: what is not reproducible is marked, with its spread. */
export function shown({ median, spread, reproducible }: Figure, format: (value: number) => string = whole): string {
  return reproducible ? format(median) : `${format(median)} (not reproducible: ± ${percent(spread)})`;
}

export const times = (value: number): string => `${value.toFixed(2)} ×`;

/** For a headline: what is not reproducible is not quoted. */
export const quoted = (figure: Figure, format: (value: number) => string = whole): string =>
  figure.reproducible ? format(figure.median) : 'not reproducible';

/** As Markdown whose columns stand below each other, so that it is read in a terminal as well. */
export function tableText({ columns, rows }: Table): string {
  const escaped = [columns, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map((_, column) => Math.max(...escaped.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(2, width - 1))}:`)).join(' | ')} |`;
  return [line(escaped[0]!), rule, ...escaped.slice(1).map(line)].join('\n');
}

/** A section of the file of results. @param run of this run: command, date, machine */
export function sectionText(name: string, result: Result, run: readonly string[]): string {
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const parts = [
    `## ${name}`,
    `**${result.headline}**`,
    list([...run, ...result.facts]),
    ...result.tables.map(tableText),
    ...result.notes,
    ...(result.failure === undefined ? [] : [`Bound not kept: ${result.failure}`]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const heading = /^## (.+)$/m;

/** The file with one section in the place of its last run's; the order is that of `names`, whatever was run when. */
export function withSection(file: string, name: string, section: string, names: readonly string[]): string {
  const [intro = '', ...found] = file.split(/^(?=## )/m);
  const sections = new Map(found.map((text) => [heading.exec(text)?.[1] ?? '', text.trimEnd()]));
  sections.set(name, section.trimEnd());
  const ordered = names.flatMap((one) => sections.get(one) ?? []);
  return `${[intro.trimEnd(), ...ordered].join('\n\n')}\n`;
}

/** The headlines of the last runs. */
export function headlines(file: string): Table {
  const [, ...found] = file.split(/^(?=## )/m);
  const rows = found.flatMap((text) => {
    const [, name] = heading.exec(text) ?? [];
    const [, headline] = /^\*\*(.+)\*\*$/m.exec(text) ?? [];
    return name === undefined || headline === undefined ? [] : [[`\`${name}\``, headline]];
  });
  return { columns: ['bench', 'last run'], rows };
}

/** @param text with a place for a table between two comments */
export function withTable(text: string, table: Table): string {
  const place = /(<!-- bench: .*? -->\n)[^]*?(\n<!-- \/bench -->)/;
  if (!place.test(text)) throw new Error('There is no place for the table: <!-- bench: … --> and <!-- /bench -->');
  const plain = { columns: table.columns, rows: table.rows };
  return text.replace(place, (_, begin: string, end: string) => `${begin}\n${leftAligned(plain)}\n${end}`);
}

/** Sentences, no figures: nothing is aligned, so that lines do not differ by the longest of them. */
const leftAligned = ({ columns, rows }: Table): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

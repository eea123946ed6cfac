import { catalogue, deadLetterTopic } from './catalogue.js';
import { services } from './event.js';
import { keyText } from './key-text.js';

/** The catalogue as a Markdown table. */
export function topicTable(): string {
  const rows = catalogue.map((definition) => [
    `\`${definition.topic}\``,
    `\`${keyText(definition)}\``,
    definition.consumers.join(', '),
    definition.says,
  ]);
  const deadLetters = services.map((service) => [
    `\`${deadLetterTopic(service)}\``,
    'as it came',
    'people',
    `What ${service} could not process, why, and where it came from.`,
  ]);
  return markdownTable([['topic', 'key', 'consumers', 'says'], ...rows, ...deadLetters]);
}

/** Padded as the formatter of this repository pads it. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...body] = rows;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

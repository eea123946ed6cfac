interface Row {
  label: string;
  value: string;
}
export type Block = { text: string } | { link: string } | { rows: Row[]; align: 'left' | 'right' };

/** A mail before it becomes text and HTML: both are made from the same words. */
export interface Letter {
  subject: string;
  blocks: Block[];
}

/**
 * Values for a letter: one line each. Control characters could end a header or forge a paragraph, direction marks make text read as
 * what it is not.
 */
export function oneLine(text: string, maxLength = 200): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
  const letters = Array.from(line);
  return letters.length > maxLength ? `${letters.slice(0, maxLength - 1).join('')}…` : line;
}

/**
 * Reads the words of a letter: the first line is the subject, blank lines part paragraphs. A paragraph of `| label | value` lines is a
 * table, one that is only an address is a link.
 */
export function parseLetter(words: string): Letter {
  const [subject = '', ...paragraphs] = words
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return { subject: oneLine(subject), blocks: paragraphs.map(parseBlock) };
}

function parseBlock(paragraph: string): Block {
  const lines = paragraph.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('|'))) {
    const rows = lines.map(parseRow);
    return { rows, align: rows.every(({ value }) => /^[\d\s.,]+$/.test(value)) ? 'right' : 'left' };
  }
  const text = lines.join(' ');
  return /^https?:\/\/\S+$/.test(text) ? { link: text } : { text };
}

function parseRow(line: string): Row {
  const [, label = '', ...value] = line.split('|');
  return { label: label.trim(), value: value.join('|').trim() };
}

const WIDTH = 76;

/** The letter as plain text: lines of up to 76 characters, tables in columns, numbers to the right. */
export function letterText({ blocks }: Letter): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if ('link' in block) return block.link;
  if ('text' in block) return wrap(block.text);
  const labelWidth = Math.max(...block.rows.map(({ label }) => label.length));
  const valueWidth = block.align === 'right' ? Math.max(...block.rows.map(({ value }) => value.length)) : 0;
  return block.rows
    .map(({ label, value }) => `  ${label.padEnd(labelWidth)}  ${value.padStart(valueWidth)}`)
    .join('\n');
}

function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

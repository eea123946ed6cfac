import { templateSheets } from '@roundtrip/contracts';
import type { Row, SheetContent } from '@roundtrip/xlsx';
import { styles } from './styles.js';
import type { HelpPage } from './sheet-words.js';

const width = 100;
/** Fewer than a line holds in most fonts. */
const charactersOfLine = 110;
const pointsOfLine = 15;

/** Of a sentence, or of a title. */
function heightOf([cell = '']: Row): number | undefined {
  if (typeof cell !== 'string') return undefined;
  const lines = Math.ceil(cell.length / charactersOfLine);
  return lines > 1 ? lines * pointsOfLine : undefined;
}

/** One page of help: a title, then headings with their sentences. */
export function howToSheet({ title, sections }: HelpPage): SheetContent {
  const rows: Row[] = [[{ text: title, style: styles.title }], ['']];
  for (const { heading, sentences } of sections) {
    rows.push([{ text: heading, style: styles.heading }], ...sentences.map((sentence) => [sentence]), ['']);
  }
  return {
    name: templateSheets.howTo,
    columns: [{ width, style: styles.paragraph }],
    rows: [rows],
    heightOf,
    protected: true,
  };
}

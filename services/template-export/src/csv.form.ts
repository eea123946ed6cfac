import { Readable } from 'node:stream';
import { BOM, inBlocks } from '@roundtrip/csv';
import { contactLine, type ExportedContact, headerLine, type TemplateLayout } from './contact-line.rules.js';
import type { PartForm } from './template-parts.writer.js';

export const csvForm = (layout: TemplateLayout): PartForm => ({
  format: 'csv',
  content: (contacts) => Readable.from(inBlocks(linesOf(layout, contacts)), { objectMode: false }),
});

async function* linesOf(layout: TemplateLayout, contacts: AsyncIterable<ExportedContact[]>): AsyncGenerator<string> {
  const toLine = contactLine(layout);
  yield BOM + headerLine(layout);
  for await (const batch of contacts) yield batch.map(toLine).join('');
}

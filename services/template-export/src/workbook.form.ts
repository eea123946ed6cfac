import type { Language } from '@roundtrip/contracts';
import { templateCells, templateColumns, templateHeader } from '@roundtrip/fields';
import { createWorkbook } from '@roundtrip/files';
import { contactsWorkbook, toRow } from '@roundtrip/workbook';
import { type Row, writeWorkbook } from '@roundtrip/xlsx';
import type { ExportedContact, TemplateLayout } from './contact-line.rules.js';
import type { PartForm } from './template-parts.writer.js';

interface WorkbookTemplate {
  layout: Omit<TemplateLayout, 'delimiter'>;
  language: Language;
  templateId: string;
  title: string;
  madeAt: Date;
}

/** The same cells as in the CSV, all of them texts, with lists of what may be chosen. */
export const workbookForm = ({ layout, language, templateId, title, madeAt }: WorkbookTemplate): PartForm => ({
  format: 'xlsx',
  content: (contacts, part) => {
    const table = contactsWorkbook({
      title,
      language,
      header: templateHeader(layout.fields),
      fields: layout.fields.map((field, index) => ({ ...field, ...templateColumns(index) })),
      rows: rowsOf(layout, contacts),
      about: { templateId, dataType: layout.dataType, madeAt, ...(part !== undefined && { part: String(part) }) },
    });
    return createWorkbook(writeWorkbook(table), madeAt);
  },
});

async function* rowsOf(
  layout: Omit<TemplateLayout, 'delimiter'>,
  contacts: AsyncIterable<ExportedContact[]>,
): AsyncGenerator<readonly Row[]> {
  const toCells = templateCells(layout.dataType, layout.fields);
  for await (const batch of contacts) yield batch.map((contact) => toRow(toCells(contact)));
}

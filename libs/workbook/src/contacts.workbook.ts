import {
  kindTraits,
  type Language,
  ROUNDTRIP_FORM_VERSION,
  type RoundtripSheet,
  templateSheets,
} from '@roundtrip/contracts';
import type { CellField } from '@roundtrip/fields';
import {
  type ColumnRule,
  fittingText,
  type Row,
  type SheetColumn,
  type SheetContent,
  type WorkbookContent,
} from '@roundtrip/xlsx';
import { howToSheet } from './how-to.sheet.js';
import { roundtripSheet } from './roundtrip.sheet.js';
import { styles } from './styles.js';
import { type Choice, choicesOf, valuesSheet } from './values.sheet.js';
import { wordsOf } from './sheet-words.js';

/** A field of the table and where it stands, columns counted from 0. */
export interface TableField extends CellField {
  oldColumn?: number | undefined;
  newColumn: number;
}

/** Contacts to edit: the rows of a CSV, as `toRow` makes them. */
export interface ContactsTable {
  title: string;
  language: Language;
  /** Rows may be shorter. */
  header: readonly string[];
  /** Of rows that are longer: their columns have no name. */
  width?: number;
  fields: readonly TableField[];
  /** Columns of which only the person who sends the file knows better: they can be typed into. */
  correctable?: ReadonlySet<number>;
  /** Where it is said what is wrong. */
  errorsColumn?: number;
  rows: AsyncIterable<readonly Row[]>;
  about: Pick<RoundtripSheet, 'templateId' | 'dataType' | 'part'> & { madeAt: Date };
}

const longestWidth = 40;
const shortestWidth = 14;

/** The contacts, what their cells may hold, how to go on, and what the file is. */
export function contactsWorkbook(table: ContactsTable): WorkbookContent {
  const words = wordsOf(table.language);
  const listed = table.fields.flatMap((field) => {
    const choices = choicesOf(field, words);
    return choices ? [{ field, choices }] : [];
  });
  const placeOf = new Map(listed.map(({ field, choices }, index) => [field, { index, choices }]));
  const rules = table.fields.map((field) => ruleOf(field, placeOf.get(field)));
  let lines = 0;

  async function* rows(): AsyncGenerator<readonly Row[]> {
    yield [table.header.map((text, column) => ({ text: fittingText(text), style: headerStyle(table, column) }))];
    for await (const batch of table.rows) {
      lines += batch.length;
      yield batch;
    }
  }

  const contacts: SheetContent = {
    name: templateSheets.contacts,
    columns: columnsOf(table),
    rows: rows(),
    hasHeader: true,
    protected: true,
    rules,
  };
  const about = (): RoundtripSheet => ({
    formVersion: ROUNDTRIP_FORM_VERSION,
    ...table.about,
    madeAt: table.about.madeAt.toISOString(),
    lines: String(lines),
  });
  return {
    title: table.title,
    madeAt: table.about.madeAt,
    sheets: [contacts, valuesSheet(listed, words), howToSheet(words.help), roundtripSheet(about)],
  };

  function ruleOf(field: TableField, place: { index: number; choices: Choice[] } | undefined): ColumnRule {
    return {
      column: field.newColumn,
      title: field.name,
      prompt: words.prompt(field),
      ...(place && {
        list: {
          sheet: templateSheets.values,
          column: 2 * place.index,
          rows: place.choices.length,
          // What is joined of several is no item of the list.
          strict: !kindTraits[field.kind].several,
          otherwise: kindTraits[field.kind].several ? words.severalCodes : words.notInList,
        },
      }),
    };
  }
}

function columnsOf(table: ContactsTable): SheetColumn[] {
  const columns = Math.max(table.header.length, table.width ?? 0);
  return Array.from({ length: columns }, (_, column) => {
    const text = table.header[column] ?? '';
    const width = Math.min(longestWidth, Math.max(shortestWidth, Math.ceil(text.length * 0.7)));
    if (column === table.errorsColumn) return { width: 80, style: styles.errors };
    const isNew = table.fields.some(({ newColumn }) => newColumn === column);
    if (isNew || table.correctable?.has(column)) return { width, style: styles.open };
    const isOld = table.fields.some(({ oldColumn }) => oldColumn === column);
    return { width: isOld ? width : Math.max(width, 18), style: isOld ? styles.kept : styles.person };
  });
}

function headerStyle(table: ContactsTable, column: number) {
  if (column === table.errorsColumn) return styles.errorsHeader;
  return table.fields.some(({ newColumn }) => newColumn === column) ? styles.openHeader : styles.keptHeader;
}

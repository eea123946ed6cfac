// npm run fixtures:spreadsheets: what a real LibreOffice makes of our templates, as files of fixtures/spreadsheets. The templates come from the
// product itself, on a stack of its own; the cells are typed, sorted and moved in machines set to English, French and German.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApiKeys } from '@roundtrip/demo';
import { Client, downloadTemplate, downloadWorkbook } from '@roundtrip/test-kit/client';
import { startStack } from './start-stack.js';
import {
  inLibreOffice,
  makeSheetInstitution,
  type SheetCharset,
  type SheetDelimiter,
  type SheetJob,
  type SheetLocale,
  type SheetStep,
  spreadsheetFixtures,
} from '@roundtrip/test-kit';

const types = (cells: Record<string, string>): SheetStep[] =>
  Object.entries(cells).map(([cell, text]) => ({ do: 'type', cell, text }));

interface Fixture {
  name: string;
  of: 'criteria' | 'authorisations';
  open?: Omit<SheetJob['open'], 'path' | 'delimiter'>;
  steps: SheetStep[];
  delimiter?: SheetDelimiter;
  charset?: SheetCharset;
}

// Columns of criteria: A number, B e-mail, C and D name, then old and new of JOB (E F), LIKES (G H), MEMBER (I J), GIFTS (K L),
// VISIT (M N), NOTE (O P); of authorisations: EMAIL (E F), SMS (G H). Rows 2 to 13.
const fixtures: Record<SheetLocale, Fixture[]> = {
  'en-US': [
    { name: 'opened-and-saved', of: 'criteria', delimiter: ',', steps: [] },
    { name: 'opened-as-text-and-saved', of: 'criteria', delimiter: ',', open: { asText: true }, steps: [] },
    {
      name: 'edited-as-text',
      of: 'criteria',
      delimiter: ',',
      open: { asText: true },
      steps: types({
        F2: '02',
        H3: 'DANCE | ÉTÉ',
        J4: 'TRUE',
        L5: '1234.5',
        N6: '2025-03-31',
        P7: '=1+1',
        P8: 'Empty',
      }),
    },
    {
      name: 'edited-as-unicode-text',
      of: 'criteria',
      delimiter: '\t',
      charset: 'utf-16',
      open: { asText: true },
      steps: types({ H3: 'ÉTÉ', P4: 'Łódź 😀' }),
    },
    ...inOlderEncodings(),
    {
      name: 'dates-month-first',
      of: 'criteria',
      delimiter: ',',
      open: { asText: true },
      steps: [
        { do: 'format', cells: 'M2:N13', as: 'MM/DD/YYYY' },
        ...types({ M2: '1/2/2024', N2: '1/3/2024', M4: '12/31/2024', N4: '12/30/2024' }),
      ],
    },
    {
      name: 'email-sorted-apart',
      of: 'authorisations',
      delimiter: ',',
      open: { asText: true },
      steps: [{ do: 'sort', cells: 'B2:B13' }, ...types({ F4: 'TRUE' })],
    },
    {
      name: 'numbers-of-a-spreadsheet',
      of: 'authorisations',
      delimiter: ',',
      steps: types({ F2: 'TRUE', F10: 'TRUE', A12: '2/3/2024', F12: 'FALSE' }),
    },
  ],
  'fr-FR': [
    {
      name: 'edited',
      of: 'criteria',
      delimiter: ';',
      charset: 'windows-1252',
      open: { asText: true },
      steps: [
        ...types({
          J2: 'VRAI',
          J4: 'faux',
          L5: '1234,5',
          L6: '12345678901234567890123',
          N6: '31/12/2024',
          P4: 'été à Łódź',
        }),
        { do: 'format', cells: 'N7', as: 'DD/MM/YYYY' },
        ...types({ N7: '31/12/2024' }),
      ],
    },
    {
      name: 'dates-as-numbers',
      of: 'criteria',
      delimiter: ';',
      steps: [...types({ N2: '01/01/2024', N3: '29/02/2024' }), { do: 'format', cells: 'M2:N13', as: 'General' }],
    },
    {
      name: 'consents',
      of: 'authorisations',
      delimiter: ';',
      open: { asText: true },
      steps: [
        ...types({ F2: 'FAUX', F3: 'VRAI', F4: 'vrai', F5: 'oui', F6: 'faux', F7: '=OUI()', F8: 'T', F9: 'Empty' }),
        { do: 'format', cells: 'F6', as: '0' },
      ],
    },
    {
      name: 'cells-shifted',
      of: 'criteria',
      delimiter: ';',
      open: { asText: true },
      steps: [
        ...types({ H2: 'DANCE', J2: 'TRUE', N2: '2025-01-31', H3: 'OPERA', J3: 'FALSE', P4: 'Paris' }),
        { do: 'deleteCells', cells: 'B2' },
        { do: 'deleteCells', cells: 'E3:F3' },
        { do: 'insertCells', cells: 'A4:A5' },
      ],
    },
  ],
  'de-DE': [
    {
      name: 'edited',
      of: 'criteria',
      delimiter: ';',
      open: { special: true },
      steps: [
        ...types({
          F2: '01',
          F3: '1-2',
          J2: 'WAHR',
          J4: 'falsch',
          L5: '1234,5',
          L6: '1.234,5',
          N6: '31.12.2024',
          N8: '2024-12-31',
        }),
        { do: 'format', cells: 'N7', as: 'DD.MM.YYYY' },
        ...types({ N7: '31.12.2024', P9: '=1+1', P10: "'=1+1" }),
      ],
    },
  ],
};

/** Typed into the workbook as people of that language do; the last three into cells that are locked. */
const typedIntoWorkbook: Record<SheetLocale, Record<string, string>> = {
  'en-US': { F2: '02', H3: 'DANCE|ÉTÉ', J4: 'TRUE', L5: '1234.5', N6: '2025-03-31', P7: '00123', P8: 'Empty' },
  'fr-FR': { F2: '02', H3: 'DANCE', J4: 'VRAI', L5: '1234,5', N6: '31/03/2025', P7: 'été', P8: 'Empty', N4: 'Vide' },
  'de-DE': { F2: '02', H3: 'ÉTÉ', J4: 'WAHR', L5: '1234,5', N6: '31.03.2025', P7: '1-2', P8: 'Empty', N4: 'leer' },
};
const typedOverLocked = { A3: '102', C4: 'Nobody', E2: 'TEACHER' };

/** As .xlsx, and by way of an .ods. */
async function editWorkbooks(): Promise<void> {
  const path = (name: string): string => join(spreadsheetFixtures, name);
  const folder = await mkdtemp(join(tmpdir(), 'fixtures-'));
  try {
    for (const [locale, cells] of Object.entries(typedIntoWorkbook) as [SheetLocale, Record<string, string>][]) {
      const ods = join(folder, 'edited.ods');
      const save = (to: string): SheetStep => ({ do: 'save', path: to });
      await inLibreOffice(locale, [
        {
          open: { path: path('template-criteria.xlsx') },
          steps: [...types({ ...cells, ...typedOverLocked }), save(path(`workbook-edited.${locale}.xlsx`)), save(ods)],
        },
        { open: { path: ods }, steps: [save(path(`workbook-edited-as-ods.${locale}.xlsx`))] },
      ]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Saved by programs that are older than UTF-8; letters that an encoding does not have become question marks. */
function inOlderEncodings(): Fixture[] {
  const saved = (charset: SheetCharset, cells: Record<string, string>): Fixture => ({
    name: `saved-as-${charset}`,
    of: 'criteria',
    charset,
    open: { asText: true },
    steps: types(cells),
  });
  return [
    saved('macintosh', { P4: 'déjà à Nîmes' }),
    saved('windows-1250', { P4: 'příště v Łodzi' }),
    saved('windows-1251', { C2: 'Чехова', D2: 'Анна', C3: 'Гоголь', D3: 'Николай', P4: 'опера' }),
    saved('windows-1253', { C2: 'Παπαδοπούλου', D2: 'Ελένη', C3: 'Καζαντζάκης', D3: 'Νίκος', P4: 'όπερα' }),
  ];
}

const stack = await startStack({ contacts: 1 });
try {
  await mkdir(spreadsheetFixtures, { recursive: true });
  await makeSheetInstitution(stack.database, 'sheets');
  const client = new Client(stack.url, (await ensureApiKeys(stack.database, 'sheets')).editor);
  for (const dataType of ['criteria', 'authorisations'] as const) {
    const template = await downloadTemplate(client, dataType, 12);
    await writeFile(join(spreadsheetFixtures, `template-${dataType}.csv`), template);
  }
  await writeFile(join(spreadsheetFixtures, 'template-criteria.xlsx'), await downloadWorkbook(client, 'criteria', 12));
  await editWorkbooks();
  for (const [locale, files] of Object.entries(fixtures) as [SheetLocale, Fixture[]][]) {
    await inLibreOffice(
      locale,
      files.map(({ name, of, open, steps, delimiter = ';', charset = 'utf-8' }) => ({
        open: { path: join(spreadsheetFixtures, `template-${of}.csv`), delimiter: ';', ...open },
        steps: [...steps, { do: 'save', path: join(spreadsheetFixtures, `${name}.${locale}.csv`), delimiter, charset }],
      })),
    );
    console.log(`${locale}: ${files.map(({ name }) => name).join(', ')}`);
  }
  await inLibreOffice('en-US', [
    {
      open: { path: join(spreadsheetFixtures, 'template-criteria.csv'), delimiter: ';', asText: true },
      steps: [
        { do: 'save', path: join(spreadsheetFixtures, 'saved-as-workbook.xlsx') },
        { do: 'save', path: join(spreadsheetFixtures, 'saved-as-workbook.ods') },
      ],
    },
  ]);
} finally {
  await stack.stop();
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateResolved } from '@roundtrip/contracts';
import { inLibreOffice, missingForLibreOffice, type SeenSheet } from '@roundtrip/test-kit';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { classics, hostileText } from './hostile-texts.js';
import { TemplateFixture } from './template-fixture.js';

// Where a change is decided on, LibreOffice has to be there: then the tests run and fail.
const missing = process.env['CI'] === 'true' ? undefined : missingForLibreOffice();
if (missing !== undefined) console.warn(`Not tested: what LibreOffice makes of a template. ${missing}.`);

(missing === undefined ? describe : describe.skip)('a template that is opened in LibreOffice', () => {
  const texts = [...classics, ...fc.sample(hostileText, { seed: 7, numRuns: 150 })].filter(
    (text) => text.trim() !== '',
  );
  let fixture: TemplateFixture;
  let folder: string;
  let rows: string[][];
  /** As text, as it opens by default, and with numbers and dates detected as Excel does. */
  let asText: SeenSheet;
  let byDefault: SeenSheet;
  let detected: SeenSheet;
  let saved: string[][];

  beforeAll(async () => {
    fixture = await TemplateFixture.start();
    folder = await mkdtemp(join(tmpdir(), 'spec-libre-office-'));
    await fixture.add(
      ...texts.map((text, index) => ({
        contactNumber: String(index).padStart(6, '0'),
        lastName: text.trim(),
        criteria: { NOTE: text, LIKES: ['JAZZ'] },
      })),
    );
    const request = await fixture.request({ count: texts.length });
    await fixture.service.receives(templateResolved, request);
    const [file] = await fixture.files(request.templateId);
    rows = file!.rows;
    const [path, savedPath] = [join(folder, 'template.csv'), join(folder, 'saved.csv')];
    await writeFile(path, file!.text);
    const seen = await inLibreOffice('en-US', [
      {
        open: { path, delimiter: ';', asText: true },
        steps: [{ do: 'read' }, { do: 'save', path: savedPath, delimiter: ';' }],
      },
      { open: { path, delimiter: ';' }, steps: [{ do: 'read' }] },
      { open: { path, delimiter: ';', special: true }, steps: [{ do: 'read' }] },
    ]);
    [[asText], [byDefault], [detected]] = seen as [[SeenSheet], [SeenSheet], [SeenSheet]];
    saved = parse(await readFile(savedPath, 'utf8'), { delimiter: ';' });
  }, 120_000);
  afterAll(async () => {
    await fixture?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  /** Only the cells that are not what the template holds. LibreOffice drops NUL, which no import lets in. */
  const differences = (found: string[][]): { line: number; wrote: string; found: string | undefined }[] =>
    rows.flatMap((cells, row) =>
      cells
        .map((cell) => cell.replaceAll('\0', ''))
        .flatMap((wrote, column) =>
          found[row]?.[column] === wrote ? [] : [{ line: row + 1, wrote, found: found[row]?.[column] }],
        ),
    );

  it('has all its lines and columns, and no cell is a formula, however it is opened', () => {
    for (const sheet of [asText, byDefault, detected]) {
      expect(sheet.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
      expect(sheet.flat().filter(({ kind }) => kind === 'formula')).toEqual([]);
    }
  });

  it('shows every text as it was written, when it is opened as text', () => {
    expect(differences(asText.map((cells) => cells.map(({ text }) => text)))).toEqual([]);
  });

  it('comes back from it with every text, when it was opened as text', () => {
    expect(differences(saved)).toEqual([]);
    expect(saved).toHaveLength(rows.length);
  });
});

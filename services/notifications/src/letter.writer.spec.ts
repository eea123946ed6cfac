import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fileCodes, type ImportCounts, type Language, languages, type TemplateFormat } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import type { Carriage } from './attachment.rules.js';
import { LetterWriter } from './letter.writer.js';
import { letterView } from './letter-view.rules.js';
import type { JobNotice } from './notice.rules.js';

const at = new Date('2026-03-01T09:00:00Z');
const common = { institution: 'i', requestedBy: { keyId: 'k', name: 'n', role: 'editor' as const }, requestedAt: at };
const state = { progress: { linesDone: 0, linesTotal: 0 }, version: 1, changedAt: at };
const templateJob: TemplateJobDocument = {
  ...common,
  ...state,
  _id: 'tpl_1',
  type: 'template',
  dataType: 'criteria',
  target: { targetId: 't', code: 'SEASON', name: 'Season "24" & <friends>' },
  state: 'RUNNING',
};
const importJob: ImportJobDocument = {
  ...common,
  ...state,
  _id: 'imp_1',
  type: 'import',
  dataType: 'authorisations',
  action: 'check',
  onConflict: 'reject',
  overwriteRefusals: false,
  state: 'APPLYING',
  file: { objectKey: 'imp_1', name: 'mes consentements.csv', sizeBytes: 1, sha256: '' },
};
const counts: ImportCounts = {
  total: 12_345,
  applied: 1_300,
  unchanged: 11_043,
  rejected: 2,
  notAttempted: 0,
  overwritten: 0,
  warnings: 1,
  blankLines: 0,
};
const about = { jobId: 'imp_1', institution: 'i' };
const ready = {
  kind: 'template-ready' as const,
  jobId: 'tpl_1',
  institution: 'i',
  lines: 1_500,
  completedAt: at,
  file: { objectKey: 'tpl_1.zip', name: 'contact-criteria_T_20260301-0900.zip', sizeBytes: 23_400_000, parts: 1 },
} satisfies JobNotice;

const templateLifetimeMs = 7 * 24 * 3_600_000;
const writer = new LetterWriter();
function letter(
  notice: JobNotice,
  language: Language = 'en',
  carriage: Carriage = 'attached',
  format: TemplateFormat = 'csv',
) {
  const job = notice.kind === 'import-finished' ? importJob : { ...templateJob, format };
  const view = letterView(notice, job, {
    carriage,
    publicUrl: 'https://roundtrip.example',
    templateLifetimeMs,
  });
  const written = writer.write(notice.kind, language, view);
  return { ...written, text: written.text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' ') };
}

describe('the letter about a template', () => {
  it('says what is attached and until when it can be downloaded', () => {
    const { subject, text } = letter(ready);
    expect(subject).toBe('Your template is ready: SEASON, contact criteria, 1 March 2026 at 09:00 UTC');
    expect(text).toContain('the contact criteria of 1,500 contacts in the target SEASON.');
    expect(text).toContain('Target SEASON Name Season "24" & <friends> Type contact criteria');
    expect(text).toContain('attached to this mail');
    expect(text).toContain('until 8 March 2026 at 09:00 UTC; you will be asked to sign in');
  });

  it.each([
    ['en', 'unzip the file', 'all columns as text', 'It is a workbook (.xlsx)'],
    ['fr', 'décompressez le fichier', 'toutes les colonnes en texte', 'un classeur (.xlsx)'],
  ] as const)('says in %s how to go on with the form that it has', (language, unzip, asText, workbook) => {
    const of = (name: string, format: TemplateFormat) =>
      letter({ ...ready, file: { ...ready.file, name } }, language, 'attached', format).text;
    const [csv, one, several] = [of('a.zip', 'csv'), of('a.xlsx', 'xlsx'), of('a.zip', 'xlsx')];
    expect([csv, one, several].map((text) => text.includes(unzip))).toEqual([true, false, true]);
    expect([csv, one, several].map((text) => text.includes(asText))).toEqual([true, false, false]);
    expect([csv, one, several].map((text) => text.includes(workbook))).toEqual([false, true, true]);
  });

  it('links a large one, and says until when the file is kept and that it needs a login', () => {
    const { text, html } = letter(ready, 'en', 'too-large');
    expect(text).toContain('At 23.4 MB it is too large for a mail');
    expect(text).toContain('https://roundtrip.example/templates/tpl_1');
    expect(text).toContain('you will be asked to sign in');
    expect(text).toContain('The file is kept until 8 March 2026 at 09:00 UTC');
    expect(text).not.toContain('attached');
    expect(html).toContain('<a href="https://roundtrip.example/templates/tpl_1"');
  });

  it('says why a file is not attached that may not leave the house', () => {
    const { text } = letter(ready, 'en', 'not-listed');
    expect(text).toContain(
      'not attached: it holds contact data, and the domain of this address is not among those that your institution lists under Settings',
    );
    expect(text).toContain('https://roundtrip.example/templates/tpl_1');
    expect(text).not.toMatch(/too large|MB/);
    const french = letter(ready, 'fr', 'not-listed').text;
    expect(french).toContain('Il n’est pas joint : il contient des données de contacts');
    expect(french).toContain('https://roundtrip.example/templates/tpl_1');
    expect(french).not.toMatch(/volumineux|Mo/);
  });

  it('shows names of people in HTML as text', () => {
    expect(letter(ready).html).toContain('Season &quot;24&quot; &amp; &lt;friends&gt;');
    expect(letter(ready).html).not.toContain('<friends>');
  });

  it('is French in a French institution', () => {
    const { subject, text } = letter(ready, 'fr', 'too-large');
    expect(subject.replaceAll('\u00a0', ' ')).toBe('Votre modèle est prêt : SEASON, critères, 1 mars 2026 à 09:00 UTC');
    expect(text).toContain('les critères de 1 500 contacts');
    expect(text).toContain('Le fichier est conservé jusqu’au 8 mars 2026 à 09:00 UTC');
  });

  it('says how to open it without losing the zeros of contact numbers', () => {
    expect(letter(ready).text).toMatch(/all columns as text.*zeros.*Excel.*LibreOffice/);
    expect(letter(ready, 'fr').text).toMatch(/toutes les colonnes en texte.*zéros.*Excel.*LibreOffice/);
  });

  it('gives the reason when there is no file', () => {
    expect(letter({ kind: 'template-empty', jobId: 'tpl_1', institution: 'i' }).text).toContain('holds no contact');
    const failed = { kind: 'template-failed' as const, jobId: 'tpl_1', institution: 'i' };
    expect(letter({ ...failed, code: 'TARGET_UNKNOWN' }).text).toContain('does not exist any more');
    for (const [language, words] of [
      ['en', 'on our side'],
      ['fr', 'de notre côté'],
    ] as const) {
      const { text } = letter({ ...failed, code: 'NEW_CODE' }, language);
      expect(text).toContain(words);
    }
  });
});

describe('the letter about a template of a damaged target', () => {
  it('is written all the same', () => {
    const target = { targetId: 't', code: 5 as never, name: undefined as never };
    const notice: JobNotice = { kind: 'template-failed', jobId: 'tpl_1', institution: 'i', code: 'X' };
    const options = { carriage: 'not-listed', publicUrl: '', templateLifetimeMs } as const;
    const { subject } = writer.write(notice.kind, 'en', letterView(notice, { ...templateJob, target }, options));
    expect(subject).toMatch(/^Your template could not be made: 5, /);
  });
});

describe('the letter about an import', () => {
  const checked: JobNotice = { ...about, kind: 'import-finished', state: 'CHECKED', action: 'check', counts };

  it('says of a check what would be applied, with numbers that add up', () => {
    const { subject, text } = letter(checked);
    expect(subject).toBe('Check finished, 2 lines with errors: authorisations, 1 March 2026 at 09:00 UTC');
    expect(text).toContain('Lines 12,345 Would be applied 1,300 Unchanged 11,043 Rejected 2');
    expect(text).toContain(
      'Type authorisations Action check of the file quality State checked Asked for 1 March 2026 at 09:00 UTC File mes consentements.csv',
    );
    expect(text).toContain('There is 1 warning.');
    expect(text).not.toContain('Not attempted');
    expect(text).toContain('https://roundtrip.example/imports/imp_1');
  });

  it('says of an update what was applied', () => {
    const { subject, text } = letter({ ...checked, state: 'DONE_WITH_ERRORS', action: 'update' });
    expect(subject).toBe('Import finished, 2 lines rejected: authorisations, 1 March 2026 at 09:00 UTC');
    expect(text).toContain('Applied 1,300');
    expect(text).toContain('Action bulk update of the data');
    expect(text).not.toContain('Would be');
  });

  it('lists what was not attempted when it was cancelled', () => {
    const stopped = { ...counts, unchanged: 0, notAttempted: 11_043 };
    const { text } = letter({ ...checked, state: 'CANCELLED', action: 'update', counts: stopped });
    expect(text).toContain('Lines 12,345 Applied 1,300 Unchanged 0 Rejected 2 Not attempted 11,043');
  });

  it.each(fileCodes)('explains %s in both languages', (code) => {
    const notice: JobNotice = { ...about, kind: 'import-finished', state: 'REJECTED', code };
    const [english, french] = [letter(notice), letter(notice, 'fr')];
    expect(english.subject).toBe('This file cannot be used: authorisations, 1 March 2026 at 09:00 UTC');
    expect(english.text).toMatch(/The reason: [A-Z].{15,}\. Type/);
    expect(french.text).toMatch(/La raison : [A-Z].{15,}\. Type/);
  });

  it('speaks of an undo that has no file', () => {
    const { file: _, ...withoutFile } = importJob;
    const view = letterView(
      checked,
      { ...withoutFile, undoOf: 'imp_0' },
      { carriage: 'not-listed', publicUrl: '', templateLifetimeMs },
    );
    expect(writer.write('import-finished', 'en', view).text).toMatch(/File +undo of import imp_0\n/);
  });
});

describe('letters', () => {
  const texts = new URL('./texts/', import.meta.url);

  it('hold no words of a language in what puts them together', () => {
    const layouts = readdirSync(texts).filter((name) => name !== 'letter.hbs');
    expect(layouts).toHaveLength(4);
    for (const name of layouts) {
      const between = readFileSync(new URL(name, texts), 'utf8').replaceAll(/\{\{.*?\}\}/g, '');
      expect(between).not.toMatch(/\p{L}/u);
    }
  });

  const every: JobNotice[] = [
    ready,
    { ...ready, file: { ...ready.file, parts: 3 } },
    { kind: 'template-empty', jobId: 'tpl_1', institution: 'i' },
    { kind: 'template-failed', jobId: 'tpl_1', institution: 'i', code: 'RULE_INVALID' },
    { ...about, kind: 'import-finished', state: 'REJECTED', code: 'FILE_EMPTY' },
    { ...about, kind: 'import-finished', state: 'FAILED', code: 'JOB_ABANDONED' },
    ...(['CHECKED', 'DONE', 'DONE_WITH_ERRORS', 'CANCELLED'] as const).map((end): JobNotice => {
      const sums = { ...counts, notAttempted: 1, overwritten: 1, blankLines: 2 };
      return {
        ...about,
        kind: 'import-finished',
        state: end,
        action: end === 'CHECKED' ? 'check' : 'update',
        counts: sums,
      };
    }),
  ];

  it.each(languages)('are said in %s, each of them, and no other language in between', (language) => {
    for (const notice of every)
      for (const carriage of ['attached', 'too-large', 'not-listed'] as const)
        for (const format of ['csv', 'xlsx'] as const) {
          const { subject, text, html } = letter(notice, language, carriage, format);
          expect(subject).toContain('2026');
          expect(subject).toMatch(/ UTC$/);
          expect(text).not.toMatch(/undefined|\[object|[{}]/);
          expect(html).toContain(`<html lang="${language}">`);
          if (language !== 'en') expect(text).not.toMatch(/\b(?:the|you|your|and|lines?|of)\b/);
        }
  });
});

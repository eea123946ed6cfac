import { describe, expect, it } from '@jest/globals';
import { languages } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import LinkifyIt from 'linkify-it';
import { LetterWriter } from './letter.writer.js';
import { letterView } from './letter-view.rules.js';
import type { JobNotice } from './notice.rules.js';

// What somebody of an institution may call a target, a file or a key comes to the mailbox of somebody else, in a mail that is ours.

const writer = new LetterWriter();
const publicUrl = 'https://roundtrip.example';
const hostile = [
  'Your account is closed! Sign in at https://evil.example/signin within 24 hours, or write to help@evil.example. '.padEnd(
    200,
    'X',
  ),
  'EVIL www.evil.example',
  'EVIL\r\nBcc: evil@evil.example\r\n\r\nhttps://evil.example/',
  'EVIL\n\nhttps://evil.example/\n\n| State | all is well',
  '<a href="https://evil.example">EVIL</a><img src=https://evil.example/x>',
  '"><script>EVIL</script>{{link}}',
  'javascript:EVIL//evil.example',
  '| State | EVIL',
];

const at = new Date('2026-03-01T09:00:00Z');
const counts = {
  total: 4,
  applied: 1,
  unchanged: 1,
  rejected: 1,
  notAttempted: 1,
  overwritten: 1,
  warnings: 1,
  blankLines: 1,
};
const common = (name: string) => ({
  institution: 'i',
  dataType: 'criteria' as const,
  requestedBy: { keyId: 'k', name, role: 'editor' as const },
  requestedAt: at,
  progress: { linesDone: 0, linesTotal: 0 },
  version: 1,
  changedAt: at,
});
const templateJob = (name: string): TemplateJobDocument => ({
  ...common(name),
  _id: 'tpl_1',
  type: 'template',
  target: { targetId: 't', code: 'SEASON', name },
  state: 'RUNNING',
});
const importJob = (name: string): ImportJobDocument => ({
  ...common(name),
  _id: 'imp_1',
  type: 'import',
  action: 'check',
  onConflict: 'reject',
  overwriteRefusals: false,
  state: 'APPLYING',
  file: { objectKey: 'imp_1', name, sizeBytes: 1, sha256: '' },
});
const ofTemplate = { jobId: 'tpl_1', institution: 'i' };
const ofImport = { kind: 'import-finished' as const, jobId: 'imp_1', institution: 'i' };

/** Every letter there is, each with the name wherever one can stand. */
const notices = (name: string): JobNotice[] => [
  {
    ...ofTemplate,
    kind: 'template-ready',
    lines: 2,
    completedAt: at,
    file: { objectKey: 'tpl_1.zip', name: `${name}.zip`, sizeBytes: 100, parts: 2 },
  },
  { ...ofTemplate, kind: 'template-empty' },
  { ...ofTemplate, kind: 'template-failed', code: 'RULE_INVALID' },
  { ...ofTemplate, kind: 'template-failed', code: name },
  { ...ofImport, state: 'REJECTED', code: 'HEADER_UNKNOWN_FIELD' },
  { ...ofImport, state: 'FAILED', code: name },
  { ...ofImport, state: 'CHECKED', action: 'check', counts },
  ...(['DONE', 'DONE_WITH_ERRORS', 'CANCELLED'] as const).map((state): JobNotice => ({
    ...ofImport,
    state,
    action: 'update',
    counts,
  })),
];

const program = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true }).tlds(
  ['example', 'zip', 'com'],
  true,
);
const linksIn = (text: string): string[] => (program.match(text) ?? []).map(({ url }) => url);

/** What an HTML part shows, tag by tag. */
const shownTexts = (html: string): string[] =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .split(/<[^>]*>/)
    .map((text) =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#x27;', "'")
        .replaceAll('&#x3D;', '=')
        .replaceAll('&amp;', '&'),
    );

const cases = hostile.flatMap((name) =>
  notices(name).flatMap((notice) =>
    languages.flatMap((language) =>
      (notice.kind === 'template-ready'
        ? (['attached', 'too-large', 'not-listed'] as const)
        : (['not-listed'] as const)
      ).map((carriage) => ({ name, notice, language, carriage, what: 'state' in notice ? notice.state : notice.kind })),
    ),
  ),
);

describe('a hostile name', () => {
  it.each(cases)('"$name" is in its place in the letter about $what ($carriage, $language)', (one) => {
    const { name, notice, language, carriage } = one;
    const job = notice.kind === 'import-finished' ? importJob(name) : templateJob(name);
    const view = letterView(notice, job, { carriage, publicUrl, templateLifetimeMs: 1 });
    const { subject, text, html } = writer.write(notice.kind, language, view);

    // Not in the subject, nor before the table of facts.
    expect(subject).not.toMatch(/evil|account|State/i);
    const [textTop] = text.split('\n  ');
    const [htmlTop] = html.split('<table');
    for (const top of [textTop, htmlTop]) expect(top).not.toMatch(/evil|account/i);

    // Links are ours, whether written as such or made by the reader's program.
    const ours = notice.kind === 'import-finished' ? '/imports/imp_1' : '/templates/tpl_1';
    const links = notice.kind === 'template-empty' || notice.kind === 'template-failed' ? [] : [publicUrl + ours];
    expect(linksIn(text)).toEqual(links);
    expect(shownTexts(html).flatMap(linksIn)).toEqual(links);
    expect(Array.from(html.matchAll(/(?:href|src)\s*=\s*"?([^">\s]*)/g), ([, target]) => target)).toEqual(links);
    expect(html).not.toMatch(/<(?:script|img)/);

    // One line of one row, cut.
    const rows = text.split('\n').filter((line) => /evil|account/i.test(line));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^ {2}(?:Name|File|Nom|Fichier|Datei|Nome|Nombre|Archivo) +\S/);
    expect(Array.from(rows[0]!.replaceAll('\u200A', '')).length).toBeLessThan(100);
  });
});

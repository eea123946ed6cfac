import { describe, expect, it } from '@jest/globals';
import { languages } from '@roundtrip/contracts';
import type { TemplateJobDocument } from '@roundtrip/database';
import { LetterWriter } from './letter.writer.js';
import { letterView } from './letter-view.rules.js';

const at = new Date('2026-03-01T09:00:00Z');
const longName = '"&<🎭'.repeat(50);
const job: TemplateJobDocument = {
  _id: 'tpl_1',
  institution: 'i',
  type: 'template',
  dataType: 'criteria',
  target: { targetId: 't', code: 'T'.repeat(40), name: longName },
  state: 'RUNNING',
  requestedBy: { keyId: 'k', name: longName, role: 'editor' },
  requestedAt: at,
  progress: { linesDone: 0, linesTotal: 0 },
  version: 1,
  changedAt: at,
};

describe('a letter', () => {
  it.each(languages)('without its attachment stays below 32 kB, in %s', (language) => {
    const about = { jobId: 'tpl_1', institution: 'i', lines: 1_000_000, completedAt: at };
    const file = { objectKey: 'tpl_1.zip', name: `${longName}.zip`, sizeBytes: 23_400_000, parts: 3 };
    const view = letterView({ kind: 'template-ready', ...about, file }, job, {
      carriage: 'too-large',
      publicUrl: 'https://roundtrip.example',
      templateLifetimeMs: 7 * 24 * 3_600_000,
    });
    const { subject, text, html } = new LetterWriter().write('template-ready', language, view);
    expect(Buffer.byteLength(subject)).toBeLessThan(2_000);
    expect(Buffer.byteLength(text) + Buffer.byteLength(html)).toBeLessThan(32_000);
  });
});

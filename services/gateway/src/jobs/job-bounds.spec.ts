import { describe, expect, it } from '@jest/globals';
import type { ImportJobDocument } from '@roundtrip/database';
import { BSON } from 'mongodb';
import { plainFileName } from '../imports/file-name.rules.js';
import { toImportSummary } from '../imports/import.body.js';

const at = new Date('2026-03-01T09:00:00Z');
const longName = '🎭'.repeat(200);
const person = { keyId: 'k'.repeat(40), name: longName, role: 'admin' as const };
const count = 2_000_000;

/** Every text of a job is as long as it may be. What a sentence says stands in the code, and quotes no more than 60 characters. */
const job: ImportJobDocument = {
  _id: 'i'.repeat(40),
  institution: 'i'.repeat(30),
  type: 'import',
  dataType: 'authorisations',
  action: 'update',
  onConflict: 'overwrite',
  overwriteRefusals: true,
  state: 'DONE_WITH_ERRORS',
  requestedBy: person,
  requestedAt: at,
  startedAt: at,
  finishedAt: at,
  email: `${'e'.repeat(64)}@${'d'.repeat(189)}`,
  mail: { state: 'failed', at, reason: 'r'.repeat(100) },
  progress: { linesDone: count, linesTotal: count },
  problem: { code: 'HEADER_UNKNOWN_FIELD', detail: 'd'.repeat(1_000) },
  version: count,
  changedAt: at,
  publishedAt: at,
  file: {
    objectKey: 'o'.repeat(100),
    name: plainFileName('🎭'.repeat(10_000)),
    sizeBytes: 2 ** 30,
    sha256: 'f'.repeat(64),
  },
  checkImportId: 'i'.repeat(40),
  undoOf: 'i'.repeat(40),
  sameFileAs: 'i'.repeat(40),
  counts: {
    total: count,
    applied: count,
    unchanged: count,
    rejected: count,
    notAttempted: count,
    overwritten: count,
    warnings: count,
    blankLines: count,
  },
  cancelRequestedAt: at,
  cancelRequestedBy: person,
};

describe('a job whose texts are all as long as they may be', () => {
  it('is a small document, and a small event to every window that follows it', () => {
    expect(BSON.calculateObjectSize(job)).toBeLessThan(10_000);
    expect(Buffer.byteLength(JSON.stringify(toImportSummary(job, at, 'en')))).toBeLessThan(10_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ImportRecord } from '@roundtrip/contracts';
import type { End } from './kafka-record.reader.js';
import { type ByHandReason, type Known, planReplay } from './plan.rules.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();
const since = new Date(at(0));
const record = (importId: string, more: Partial<ImportRecord> = {}): ImportRecord => ({
  version: 1,
  importId,
  institution: 'museum',
  requestedBy: { type: 'key', id: 'key_1', name: 'Key', role: 'editor' },
  requestedAt: at(1),
  dataType: 'authorisations',
  action: 'update',
  onConflict: 'reject',
  overwriteRefusals: false,
  file: { objectKey: importId, name: 'a.csv', sizeBytes: 1, sha256: 'x' },
  ...more,
});
interface Given {
  records?: ImportRecord[];
  unreadable?: string[];
  files?: string[];
  cancelled?: string[];
  jobs?: string[];
  requested?: string[];
  failed?: string[];
  done?: string[];
  institutions?: string[];
}
const plan = (given: Given) => {
  const { records = [] } = given;
  const known: Known = {
    uploads: {
      records,
      unreadable: given.unreadable ?? [],
      files: new Map((given.files ?? records.map(({ importId }) => importId)).map((id) => [id, new Date(at(1))])),
      cancelled: new Set(given.cancelled),
    },
    kafka: {
      requested: new Map(
        (given.requested ?? []).map((id) => [id, { institution: 'museum', requestedAt: new Date(at(1)) }]),
      ),
      ended: new Map<string, End>([
        ...(given.failed ?? []).map((id) => [id, { state: 'FAILED' }] as const),
        ...(given.done ?? []).map((id) => [id, { state: 'DONE' }] as const),
      ]),
      saves: [],
    },
    jobs: new Set(given.jobs),
    institutions: new Set(given.institutions ?? ['museum', 'theatre']),
    since,
  };
  const { again, byHand } = planReplay(known);
  return {
    again: Object.fromEntries([...again].map(([institution, list]) => [institution, list.map((one) => one.importId)])),
    byHand: byHand.map(({ importId, reason }) => [importId, reason]),
  };
};

describe('what is done again after a restore', () => {
  it('is each import that the database does not know, by institution, in the order in which they were asked for', () => {
    const records = [
      record('c', { requestedAt: at(3) }),
      record('a', { requestedAt: at(1) }),
      record('t', { requestedAt: at(2), institution: 'theatre' }),
      record('known'),
    ];
    expect(plan({ records, jobs: ['known'], requested: ['a', 'c', 't', 'known'] })).toEqual({
      again: { museum: ['a', 'c'], theatre: ['t'] },
      byHand: [],
    });
  });

  it('is an import, too, that still stood in the queue: Kafka never heard of it', () => {
    expect(plan({ records: [record('a')], requested: [] }).again).toEqual({ museum: ['a'] });
  });

  it('is an import that a user stopped too late', () => {
    expect(plan({ records: [record('a')], cancelled: ['a'], done: ['a'] }).again).toEqual({ museum: ['a'] });
  });

  it('is an update with the file of a check', () => {
    const update = record('b', { file: { objectKey: 'a', name: 'a.csv', sizeBytes: 1, sha256: 'x' } });
    expect(plan({ records: [update], files: ['a'], jobs: ['a'] }).again).toEqual({ museum: ['b'] });
  });

  it.each<[string, Given, string, ByHandReason]>([
    ['whose record is not there', { requested: ['a'] }, 'a', 'no-record'],
    ['whose record cannot be read', { unreadable: ['a'], files: ['a'], requested: ['a'] }, 'a', 'record-unreadable'],
    ['whose file is not there', { records: [record('a')], files: [] }, 'a', 'no-file'],
    ['that a user stopped', { records: [record('a')], cancelled: ['a'] }, 'a', 'cancelled'],
    ['that had failed', { records: [record('a')], failed: ['a'] }, 'a', 'failed'],
    ['of an institution that is not there', { records: [record('a')], institutions: [] }, 'a', 'no-institution'],
    ['of which there is a file alone', { files: ['a'] }, 'a', 'file-alone'],
  ])('is not an import %s', (_, given, importId, reason) => {
    expect(plan(given)).toEqual({ again: {}, byHand: [[importId, reason]] });
  });

  it('is not an undo of what is not done again', () => {
    const undo = record('u', { requestedAt: at(2), undoOf: 'a' });
    delete undo.file;
    expect(plan({ records: [undo, record('a')], files: ['a'], cancelled: ['a'] })).toEqual({
      again: {},
      byHand: [
        ['a', 'cancelled'],
        ['u', 'undoes-one-of-these'],
      ],
    });
    expect(plan({ records: [undo, record('a')], files: ['a'] }).again).toEqual({ museum: ['a', 'u'] });
  });
});

import { describe, expect, it } from '@jest/globals';
import { type TemplateState, templateState } from '@roundtrip/contracts';
import { templateChange, type TemplateEvent } from './template-job.rules.js';

const at = new Date('2026-03-01T10:00:00Z');
const expiresAt = new Date('2026-03-08T10:00:00Z');
const file = { objectKey: 'tpl_1.zip', name: 'contact-criteria_X.zip', sizeBytes: 10, parts: 1 };
const events: Record<string, TemplateEvent> = {
  started: { type: 'started', at, linesTotal: 10 },
  progressed: { type: 'progressed', at, linesDone: 5, linesTotal: 10 },
  ready: { type: 'completed', at, state: 'READY', lines: 10, file, expiresAt },
  empty: { type: 'completed', at, state: 'EMPTY', lines: 0, expiresAt },
  failed: { type: 'failed', at, code: 'INTERNAL_ERROR', detail: 'A fault on our side.' },
  expired: { type: 'expired', at },
};
const jobIn = (state: TemplateState, linesDone = 0) => ({ state, progress: { linesDone, linesTotal: 10 } });
const next = (state: TemplateState, name: string): TemplateState =>
  templateChange(jobIn(state), events[name] as TemplateEvent)?.state ?? state;

describe('the state of a template', () => {
  it.each([
    ['QUEUED', 'started', 'RUNNING'],
    ['QUEUED', 'progressed', 'RUNNING'],
    ['QUEUED', 'ready', 'READY'],
    ['QUEUED', 'failed', 'FAILED'],
    ['RUNNING', 'ready', 'READY'],
    ['RUNNING', 'empty', 'EMPTY'],
    ['RUNNING', 'failed', 'FAILED'],
    ['RUNNING', 'expired', 'RUNNING'],
    ['READY', 'expired', 'EXPIRED'],
    ['EMPTY', 'expired', 'EMPTY'],
  ] as const)('that is %s goes at the event "%s" to %s', (state, name, expected) => {
    expect(next(state, name)).toBe(expected);
  });

  it('never comes back from an end', () => {
    for (const state of templateState.options.filter((one) => one !== 'QUEUED' && one !== 'RUNNING')) {
      for (const name of ['started', 'progressed', 'ready', 'empty', 'failed']) expect(next(state, name)).toBe(state);
    }
  });

  it('keeps the progress that it has when an older event arrives', () => {
    expect(templateChange(jobIn('RUNNING', 7), events['progressed'] as TemplateEvent)).toBeUndefined();
    expect(templateChange(jobIn('RUNNING', 7), events['started'] as TemplateEvent)).toBeUndefined();
  });

  it('names the file and its end of life only when there is a file', () => {
    expect(templateChange(jobIn('RUNNING'), events['ready'] as TemplateEvent)).toMatchObject({
      file,
      expiresAt,
      lines: 10,
    });
    expect(templateChange(jobIn('RUNNING'), events['empty'] as TemplateEvent)).not.toHaveProperty('expiresAt');
  });
});

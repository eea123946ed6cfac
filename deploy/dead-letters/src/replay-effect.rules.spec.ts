import { describe, expect, it } from '@jest/globals';
import { type KnownState, replayEffect } from './replay-effect.rules.js';

describe('what a replay comes to', () => {
  it.each<[string, string, string | undefined, KnownState | undefined, RegExp]>([
    ['of an open job', 'bulk-update', 'imp_1', { job: 'APPLYING' }, /goes on with this message/],
    [
      'of a job that has failed',
      'bulk-update',
      'imp_1',
      { job: 'FAILED' },
      /stays FAILED.*no further line.*ask for it anew/,
    ],
    ['of a job that is over', 'gateway', 'tpl_1', { job: 'READY' }, /READY and stays so/],
    ['of a job that nobody knows', 'gateway', 'tpl_1', {}, /no job tpl_1/],
    ['when nobody could be asked', 'gateway', 'tpl_1', undefined, /not known \(set MONGO_URL\)/],
    ['of a command', 'targets', undefined, undefined, /about no job.*over whatever was saved since/],
    ['of a mail that was sent', 'notifications', 'imp_1', { job: 'DONE', mail: 'sent' }, /not sent again/],
    ['of a mail that is given up', 'notifications', 'imp_1', { job: 'FAILED', mail: 'failed' }, /not sent any more/],
    ['of a mail that nobody has begun', 'notifications', 'imp_1', { job: 'FAILED' }, /is sent now/],
  ])('%s', (_, service, jobId, known, expected) => {
    expect(replayEffect({ service, jobId }, known)).toMatch(expected);
  });
});

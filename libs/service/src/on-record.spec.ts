import { describe, expect, it } from '@jest/globals';
import { UntrueMessage } from '@roundtrip/kafka';
import { requireTruth } from './on-record.js';

const onRecord = {
  institution: 'demo',
  action: 'check',
  source: { type: 'upload', objectKey: 'imp_1' },
  encoding: undefined,
};

describe('a message', () => {
  it.each([
    ['as it stands on record', { ...onRecord }],
    ['with less', { institution: 'demo', source: undefined }],
  ])('%s is true', (_, said) => {
    expect(() => requireTruth(said, onRecord)).not.toThrow();
  });

  it.each([
    ['another institution', { institution: 'second' }, 'institution'],
    ['another action', { ...onRecord, action: 'update' }, 'action'],
    ['another object', { source: { type: 'upload', objectKey: 'imp_2' } }, 'source'],
    ['more than is on record', { encoding: 'macintosh' }, 'encoding'],
    ['what nobody knows', { owner: 'Jane Doe' }, 'owner'],
  ])('with %s is none of ours; the reason names the field and no value', (_, said, field) => {
    expect(() => requireTruth(said, onRecord)).toThrow(
      new UntrueMessage(`The message contradicts what is on record: ${field}`),
    );
  });
});

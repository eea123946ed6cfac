import { describe, expect, it } from '@jest/globals';
import { requesterIn, withoutName } from './index.js';

const jane = { type: 'person', id: 'per_1', name: 'Jane Doe', role: 'editor' } as const;
const program = { type: 'key', id: 'key_1', name: 'Box office', role: 'operator' } as const;
const older = { keyId: 'key_1', name: 'Box office', role: 'operator' } as const;

describe('who asked for something', () => {
  it('is a key where it was written down before people signed in', () => {
    expect([jane, program, older].map(requesterIn)).toEqual([jane, program, program]);
  });

  it('is kept without the name of a person, and with that of a key', () => {
    expect([jane, program, older].map(withoutName)).toEqual([{ ...jane, name: 'per_1' }, program, older]);
  });
});

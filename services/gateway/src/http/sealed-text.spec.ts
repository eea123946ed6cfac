import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './sealed-text.js';

describe('sealed text', () => {
  it('can be read with the secret only, and tells nothing before', () => {
    const sealed = seal('{"key":"rt_secret"}', ['one secret']);
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('rt_secret');
    expect(unseal(sealed, ['one secret'])).toBe('{"key":"rt_secret"}');
    expect(() => unseal(sealed, ['another secret'])).toThrow();
  });

  it('can be read after a new secret was put before the one that sealed it', () => {
    expect(unseal(seal('text', ['old']), ['new', 'older', 'old'])).toBe('text');
    expect(unseal(seal('text', ['new', 'old']), ['new'])).toBe('text');
  });

  it('is refused when it was changed', () => {
    const bytes = Buffer.from(seal('text', ['secret']), 'base64');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => unseal(bytes.toString('base64'), ['secret'])).toThrow();
  });
});

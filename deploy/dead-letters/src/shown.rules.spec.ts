import { describe, expect, it } from '@jest/globals';
import { shownPayload, shownReason, shownText } from './shown.rules.js';

const payload = (data: unknown): unknown => JSON.parse(shownPayload(Buffer.from(JSON.stringify(data))));

describe('what is shown of a message', () => {
  it('is ids, states, counts and times', () => {
    const data = { importId: 'imp_1', state: 'DONE', lines: 3, ok: true, requestedAt: '2026-03-01T10:00:00.000Z' };
    expect(payload(data)).toEqual(data);
  });

  it('is no name, no rule and nothing that a broken message may hold', () => {
    const text = shownPayload(
      Buffer.from(
        JSON.stringify({
          requestedBy: { keyId: 'key_1', name: 'Jane Doe', role: 'operator' },
          rule: { any: [{ field: 'contact.email', is: 'equals', value: 'jane@theatre.example' }] },
          email: 'jane@theatre.example',
          importId: 'jane@theatre.example',
          'jane@theatre.example': 1,
          values: ['Jane'],
          row: ['Doe', '0123456789'],
        }),
      ),
    );
    expect(text).toContain('key_1');
    expect(text).not.toMatch(/jane|doe|0123456789/i);
  });

  it.each([
    [null, '(none)'],
    [Buffer.from('Jane Doe;1'), '(10 bytes that are not JSON)'],
  ])('of no JSON is its size', (bytes, shown) => {
    expect(shownPayload(bytes)).toBe(shown);
  });

  it('of a key or header is what looks like an id', () => {
    expect(shownText('imp_1:17')).toBe('imp_1:17');
    expect(shownText('Jane Doe')).toBe('(8 characters)');
    expect(shownReason('refused jane@theatre.example twice')).toBe('refused (address) twice');
  });
});

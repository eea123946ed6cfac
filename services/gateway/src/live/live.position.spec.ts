import { describe, expect, it } from '@jest/globals';
import { readPosition, writePosition } from './live.position.js';

describe('the id of a server-sent event', () => {
  it('leads back to the change', () => {
    const position = { changedAt: new Date('2026-03-01T10:00:00.123Z'), jobId: 'imp_0123456789abcdefghjk' };
    expect(writePosition(position)).toBe('1772359200123-imp_0123456789abcdefghjk');
    expect(readPosition(writePosition(position))).toEqual(position);
  });

  it.each(['', '12', 'x-imp_1', '1-key_1', '1-imp_1\n', '99999999999999999-imp_1'])('is not %j', (text) => {
    expect(readPosition(text)).toBeUndefined();
  });
});

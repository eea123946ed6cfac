import { describe, expect, it } from '@jest/globals';
import { numberText, sizeText } from './locale.rules.js';

const plainBlanks = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers and sizes', () => {
  it.each([
    ['en', '1,234,567', '500 bytes', '1 byte', '12.3 MB'],
    ['fr', '1 234 567', '500 octets', '1 octet', '12,3 Mo'],
    ['de', '1.234.567', '500 Byte', '1 Byte', '12,3 MB'],
    ['it', '1.234.567', '500 byte', '1 byte', '12,3 MB'],
    ['es', '1.234.567', '500 bytes', '1 byte', '12,3 MB'],
  ] as const)('are written in %s as people do', (language, number, bytes, byte, megabytes) => {
    expect(plainBlanks(numberText(language, 1_234_567))).toBe(number);
    expect([500, 1, 12_345_678].map((size) => plainBlanks(sizeText(language, size)))).toEqual([bytes, byte, megabytes]);
  });
});

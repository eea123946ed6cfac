import { expect, it } from '@jest/globals';
import { readableSize } from './readable-size.js';

it.each([
  [999, '999 bytes'],
  [8_000, '8 kB'],
  [1024 ** 2, '1 MB'],
  [1_599_999, '1.5 MB'],
  [1024 ** 3, '1 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i bytes are %s', (bytes, text) => {
  const { size, unit } = readableSize(bytes);
  expect(`${size} ${unit}`).toBe(text);
});

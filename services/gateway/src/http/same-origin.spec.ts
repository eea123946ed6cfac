import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const publicUrl = 'https://roundtrip.example';
const host = 'internal:8080';

describe('a change with a session cookie', () => {
  it.each([
    ['from our pages', { 'sec-fetch-site': 'same-origin' }, true],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['from a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }, false],
    ['from another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: publicUrl }, false],
    ['of an old browser from our pages', { origin: publicUrl }, true],
    ['of an old browser at the address it used', { origin: 'http://internal:8080' }, true],
    ['of an old browser from another site', { origin: 'https://evil.example' }, false],
    ['from a page without an origin', { origin: 'null' }, false],
    ['of a program that is no browser', {}, true],
  ])('%s', (_, headers, allowed) => {
    expect(isSameOrigin({ method: 'POST', headers: { host, ...headers } }, publicUrl)).toBe(allowed);
  });

  it('is none when it only reads', () => {
    expect(isSameOrigin({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, publicUrl)).toBe(true);
  });
});

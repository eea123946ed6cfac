import { describe, expect, it } from '@jest/globals';
import { sentence } from '@roundtrip/words';
import { requireOwnPage, isOwnPage } from './same-origin.js';

const publicUrl = 'https://roundtrip.example';
const host = 'internal:8080';

describe('a change with a session cookie', () => {
  it.each([
    ['from our pages', { 'sec-fetch-site': 'same-origin', origin: publicUrl }, true],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['from a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }, false],
    ['from another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: publicUrl }, false],
    ['of an old browser from our pages', { origin: publicUrl }, true],
    ['of a page that was opened at another name of the gateway', { origin: 'http://internal:8080' }, false],
    [
      'of a name that was made to lead to the gateway',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example', host: 'evil.example' },
      false,
    ],
    ['over http where the product is reached by https', { origin: 'http://roundtrip.example' }, false],
    ['of an old browser from another site', { origin: 'https://evil.example' }, false],
    ['from a page without an origin', { origin: 'null' }, false],
    ['of a program that is no browser', {}, true],
  ])('%s', (_, headers, allowed) => {
    expect(isOwnPage({ method: 'POST', headers: { host, ...headers } }, publicUrl)).toBe(allowed);
  });

  it.each([
    ['http://localhost:8080', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://localhost:8081', false],
    ['http://localhost', false],
    ['https://localhost:8080', false],
    ['http://localhost.evil.example:8080', false],
  ])('from %s to a product on this machine', (origin, allowed) => {
    expect(isOwnPage({ method: 'POST', headers: { origin } }, 'http://127.0.0.1:8080')).toBe(allowed);
  });

  it('is none when it only reads', () => {
    expect(isOwnPage({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } }, publicUrl)).toBe(true);
  });

  it('is refused with both addresses, and with what to do', () => {
    const refused = { method: 'POST', headers: { origin: 'http://10.0.0.7:8080' } };
    expect(() => requireOwnPage(refused, publicUrl)).toThrow(
      expect.objectContaining({
        status: 403,
        code: 'FORBIDDEN_ORIGIN',
        says: [sentence('foreign-page', { from: 'http://10.0.0.7:8080', own: 'https://roundtrip.example' })],
      }),
    );
  });
});

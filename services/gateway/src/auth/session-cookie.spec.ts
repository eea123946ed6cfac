import { describe, expect, it } from '@jest/globals';
import { hashOfKey } from '@roundtrip/database';
import { credentialIn } from './credential.js';
import { readToken, sessionCookie, signToken } from './session-cookie.js';

const expiresAt = new Date('2026-03-01T22:00:00Z');
const value = signToken('abc', ['secret']);

describe('the cookie of a session', () => {
  it('names its session when it was signed with one of the secrets', () => {
    expect(readToken(value, ['secret'])).toBe('abc');
    expect(readToken(value, ['newer', 'secret'])).toBe('abc');
    expect(signToken('abc', ['newer', 'secret'])).toBe(signToken('abc', ['newer']));
  });

  it.each([
    ['of another secret', signToken('abc', ['other'])],
    ['with another token', `abd.${value.split('.')[1]}`],
    ['without a signature', 'abc'],
    ['with an empty signature', 'abc.'],
    ['that is nothing', ''],
    ['that is anything', '🍪.🍪'],
  ])('%s is none', (_, given) => {
    expect(readToken(given, ['newer', 'secret'])).toBeUndefined();
  });

  it('is read by no script and sent by no other site', () => {
    expect(sessionCookie('http://127.0.0.1:8080', { value, expiresAt })).toBe(
      `roundtrip_session=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=Sun, 01 Mar 2026 22:00:00 GMT`,
    );
  });

  it('belongs to its host alone, and goes over https alone, where the product is reached by https', () => {
    expect(sessionCookie('https://roundtrip.example', { value, expiresAt })).toBe(
      `__Host-roundtrip_session=${value}; Path=/; HttpOnly; SameSite=Strict; Secure; Expires=Sun, 01 Mar 2026 22:00:00 GMT`,
    );
    expect(sessionCookie('https://roundtrip.example')).toMatch(
      /^__Host-roundtrip_session=;.*; Secure; Expires=Thu, 01 Jan 1970/,
    );
  });
});

describe('the credential of a request', () => {
  it.each([
    [{ authorization: 'Bearer rt_abc' }, { type: 'bearer', value: 'rt_abc' }],
    [{ authorization: 'bearer  rt_abc ' }, { type: 'bearer', value: 'rt_abc' }],
    [{ authorization: 'Basic rt_abc' }, { type: 'bearer', value: '' }],
    [{ cookie: 'a=b; roundtrip_session=x.y; c=d' }, { type: 'cookie', value: 'x.y' }],
    [
      { authorization: 'Bearer rt_abc', cookie: 'roundtrip_session=x.y' },
      { type: 'bearer', value: 'rt_abc' },
    ],
    [{ cookie: 'other=1; __Host-roundtrip_session=x.y' }, undefined],
    [{}, undefined],
  ])('%j is %j', (headers, expected) => {
    expect(credentialIn(headers, 'http://127.0.0.1:8080')).toEqual(expected);
  });

  it('is not a cookie that a neighbour could plant, where the product is reached by https', () => {
    const read = (cookie: string) => credentialIn({ cookie }, 'https://roundtrip.example');
    expect(read('roundtrip_session=x.y')).toBeUndefined();
    expect(read('roundtrip_session=x.y; __Host-roundtrip_session=a.b')).toEqual({ type: 'cookie', value: 'a.b' });
  });

  it('is compared by its SHA-256', () => {
    expect(hashOfKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

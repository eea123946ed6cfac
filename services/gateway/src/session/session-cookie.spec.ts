import { describe, expect, it } from '@jest/globals';
import { hashOfKey } from '@roundtrip/contacts';
import { credentialIn } from './credential.js';
import { readSession, sessionCookie, writeSession } from './session-cookie.js';

const now = new Date('2026-03-01T10:00:00Z');
const expiresAt = new Date('2026-03-01T22:00:00Z');
const value = writeSession({ keyId: 'key_1', expiresAt }, 'secret');

describe('a session', () => {
  it('names its key until it ends', () => {
    expect(readSession(value, 'secret', now)).toEqual({ keyId: 'key_1', expiresAt });
    expect(readSession(value, 'secret', expiresAt)).toBeUndefined();
  });

  const forged = Buffer.from(JSON.stringify({ keyId: 'key_2', expiresAt: expiresAt.getTime() })).toString('base64url');
  it.each([
    ['of another secret', writeSession({ keyId: 'key_1', expiresAt }, 'other')],
    ['with other content', `${forged}.${value.split('.')[1]}`],
    ['without a signature', value.split('.')[0] as string],
    ['with an empty signature', `${value.split('.')[0]}.`],
    ['that is nothing', ''],
    ['that is anything', '🍪.🍪'],
  ])('%s is none', (_, given) => {
    expect(readSession(given, 'secret', now)).toBeUndefined();
  });

  it('is a cookie that no script reads and no other site sends', () => {
    const cookie = sessionCookie('http://127.0.0.1:8080', { value, expiresAt });
    expect(cookie).toBe(
      `roundtrip_session=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=Sun, 01 Mar 2026 22:00:00 GMT`,
    );
    expect(sessionCookie('https://roundtrip.example', { value, expiresAt })).toContain('; Secure');
    expect(sessionCookie('https://roundtrip.example')).toMatch(/^roundtrip_session=;.*Expires=Thu, 01 Jan 1970/);
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
    [{ cookie: 'other=1' }, undefined],
    [{}, undefined],
  ])('%j is %j', (headers, expected) => {
    expect(credentialIn(headers)).toEqual(expected);
  });

  it('is compared by its SHA-256', () => {
    expect(hashOfKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

import { describe, expect, it } from '@jest/globals';
import { saidText } from '@roundtrip/words';
import type { Problem } from '../http/problem.errors.js';
import { mailAddress } from './mail-address.rules.js';

describe('the address for a mail about a job', () => {
  it('is taken when it is one address of an allowed domain', () => {
    expect(mailAddress('jane@Theatre.example', ['theatre.example'], '/email')).toMatch(/^jane@theatre\.example$/i);
    expect(mailAddress('jane@any.example', [], '/email')).toBe('jane@any.example');
  });

  it.each([undefined, '', '  '])('is none when it is %j', (text) => {
    expect(mailAddress(text, [], '/email')).toBeUndefined();
  });

  it.each([
    ['jane', [], 'EMAIL_INVALID'],
    ['a@x.example, b@x.example', [], 'EMAIL_INVALID'],
    ['ok@x.example\r\nBcc: evil@evil.example', [], 'EMAIL_INVALID'],
    ['jane%other.example@x.example', [], 'EMAIL_INVALID'],
    ['jane@eviltheatre.example', ['theatre.example'], 'EMAIL_DOMAIN_NOT_ALLOWED'],
    ['jane@sub.theatre.example', ['theatre.example'], 'EMAIL_DOMAIN_NOT_ALLOWED'],
  ])('%j is refused', (text, allowed, code) => {
    expect(() => mailAddress(text, allowed, '/email')).toThrow(
      expect.objectContaining({ status: 422, code, errors: [expect.objectContaining({ pointer: '/email' })] }),
    );
  });

  it('is refused in words that say what is wrong with it', () => {
    const said = (text: string): string => {
      try {
        return String(mailAddress(text, [], '/email'));
      } catch (error) {
        return saidText('en', (error as Problem).errors[0]!.message);
      }
    };
    expect(said('other.example!jane@x.example')).toMatch(/^An address with ! may send a mail on to others/);
    expect(said('50% of us')).toMatch(/^This is not one e-mail address/);
  });
});

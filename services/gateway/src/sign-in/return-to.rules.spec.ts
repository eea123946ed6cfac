import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { returnAddress } from './return-to.rules.js';

describe('where somebody comes back to', () => {
  it.each([
    '/',
    '/new',
    '/imports/imp_1',
    '/imports/imp_1?tab=changes&from=%2Fx',
    '/contacts/0001%2F2',
    '/settings/activity?kind=key-made',
  ])('is %s', (address) => {
    expect(returnAddress(address)).toBe(address);
  });

  it.each([
    [undefined],
    [''],
    ['imports/imp_1'],
    ['https://evil.example/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['/%5cevil.example/..'],
    ['/v1/me'],
    ['/v1/session/start?returnTo=/'],
    ['/sign-in?problem=SIGN_IN_FAILED'],
    ['/choose-institution'],
    ['javascript:alert(1)'],
    ['/imports/x\r\nset-cookie: a=b'],
    ['/imports/a\u0000b'],
  ])('is the first page for %j', (address) => {
    expect(returnAddress(address)).toBe('/');
  });

  it('loses what is no address: a place in the page, and letters that no header holds', () => {
    expect(returnAddress('/targets?a=1#code=x')).toBe('/targets?a=1');
    expect(returnAddress('/targets?a=é')).toBe('/targets');
  });

  it('is here, whatever is asked for', () => {
    const texts = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'grapheme' }),
      fc.string().map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const address = returnAddress(text);
        expect(new URL(address, 'https://ours.example').origin).toBe('https://ours.example');
        expect(address).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
    );
  });
});

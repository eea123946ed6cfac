import { describe, expect, it } from '@jest/globals';
import { parseEmailAddress } from './email-address.js';

describe('one e-mail address', () => {
  it.each([
    ['jean.dupont+theatre@example.org', 'jean.dupont+theatre@example.org'],
    ["o'neill@Sub.Example.CO.uk", "o'neill@sub.example.co.uk"],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is %j', (text, address) => {
    expect(parseEmailAddress(text)).toBe(address);
  });

  it.each([
    ['nothing', ''],
    ['a list', 'a@example.org,b@example.org'],
    ['another list', 'a@example.org;b@example.org'],
    ['header syntax', 'ok@corp.com\r\nBcc: evil@evil.com'],
    ['a line break at the end', 'a@example.org\n'],
    ['a display name', 'Jean <jean@example.org>'],
    ['angle brackets', '<jean@example.org>'],
    ['a comment', 'jean(x)@example.org'],
    ['a quoted local part', '"jean d"@example.org'],
    ['a group', 'group:a@example.org;'],
    ['two at signs', 'a@b@example.org'],
    ['blanks around', ' a@example.org '],
    ['a NUL', 'a\0@example.org'],
    ['no dot in the domain', 'a@localhost'],
    ['an address literal', 'a@[127.0.0.1]'],
    ['a numeric domain', 'a@127.0.0.1'],
    ['two dots', 'a..b@example.org'],
    ['a dot first', '.a@example.org'],
    ['a hyphen at the end of a label', 'a@example-.org'],
    ['no local part', '@example.org'],
    ['a route by %', 'a%other.org@example.org'],
    ['a route by !', 'other.org!a@example.org'],
    ['a source route', '@relay.org:a@example.org'],
    ['a source route of two', '@a.org,@b.org:c@example.org'],
    ['a route in a quoted local part', '"a@other.org"@example.org'],
    ['a file', '/var/mail/a@example.org'],
    ['a program', '|cat@example.org'],
    ['letters that are not ASCII', 'jéan@example.org'],
    ['a local part that is too long', `${'a'.repeat(65)}@example.org`],
    ['a domain that is too long', `a@${'abc.'.repeat(63)}org`],
  ])('is not %s', (_what, text) => {
    expect(parseEmailAddress(text)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import LinkifyIt from 'linkify-it';
import { nameInMail } from './free-text.rules.js';

/** What mail programs look for, as a reader of webmail does it, and generously: any ending of letters may be that of a domain. */
const program = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true }).tlds(
  ['zip', 'mov', 'example', 'com', 'org', 'fr', 'dev', 'app', 'link', 'click'],
  true,
);
const linksIn = (text: string): string[] => (program.match(text) ?? []).map(({ url }) => url);

const seen = (name: string): string => name.replaceAll('\u200A', '');

describe('a name in a mail', () => {
  it.each([
    'http://evil.example/pay',
    'https://evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'Hello http://user:pass@evil.example:8080/x?y=z#q now',
    '//evil.example/pay',
    'www.evil.example',
    'evil.example',
    'Season (evil.example)',
    'pay-here.zip',
    'evil.com/list.csv',
    'x.csv.evil.com',
    'officer@evil.example',
    'mailto:officer@evil.example?subject=x',
    'ftp://evil.example',
    '192.168.0.1',
    'http://192.168.0.1/x',
    'http://localhost:8080',
    'http://[::1]/',
    'evil。example',
    'ｗｗｗ．evil．com',
    'http：／／evil.com',
    'javascript:alert(1)',
    'tel:+33899123456',
    '\\\\evil.example\\share',
    'театр.рф',
    'evil.\u200Bcom',
    'evil\u2060.com',
  ])('is no link to a mail program: %s', (name) => {
    const shown = nameInMail(name);
    expect(linksIn(shown)).toEqual([]);
    expect(linksIn(`| Name | ${shown}`)).toEqual([]);
    expect(seen(shown)).toBe(name);
  });

  it('would be one without this', () => {
    expect(linksIn('see evil.example, www.evil.com or officer@evil.com and http://evil')).toHaveLength(4);
  });

  it.each([
    'consents.csv',
    'mes consentements 2026-03.CSV',
    'M. Dupont, 10:30',
    'a/b testers',
    'Season 24–25',
    'list.xlsx',
  ])('stays as it is when nothing in it looks like a link: %s', (name) => expect(nameInMail(name)).toBe(name));

  it('is short, and one line', () => {
    expect(Array.from(nameInMail('🎭'.repeat(200)))).toHaveLength(80);
    expect(nameInMail('a\r\nBcc: x')).toBe('a Bcc: x');
  });

  it('is no link however the pieces of one are put together', () => {
    const piece = fc.constantFrom(
      ...'http https : / // . .. www evil com example zip csv @ 。 1 - _ ? # ( ) " [ ] é \\ , mailto:'.split(' '),
      ' ',
      '\u200B',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expect(linksIn(nameInMail(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });
});

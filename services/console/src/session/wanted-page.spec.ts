import { describe, expect, it } from '@jest/globals';
import { isAboutOneThing, presentPage, wantedPage } from './wanted-page.js';

const asking = (page: string): string => new URLSearchParams({ returnTo: page }).toString();

describe('the page that is wanted after the sign-in', () => {
  it.each(['/imports/imp_1', '/contacts?query=a%26b', '/settings/people', '/'])('is %s', (page) => {
    expect(wantedPage(asking(page))).toBe(page);
  });

  it.each([
    '',
    'https://evil.example/',
    '//evil.example/imports/x',
    '/\\evil.example',
    '/imports/..\\..\\x',
    'javascript:alert(1)',
    '/v1/me',
    '/sign-in?returnTo=/contacts',
    '/choose-institution',
  ])('is the first one instead of %j', (page) => {
    expect(wantedPage(asking(page))).toBe('/');
  });

  it('is the one that is open, or that to which one was on the way', () => {
    expect(presentPage('/contacts', '?query=a')).toBe('/contacts?query=a');
    expect(presentPage('/targets', '')).toBe('/targets');
    expect(presentPage('/sign-in', asking('/targets'))).toBe('/targets');
  });
});

describe('a page', () => {
  it.each(['/imports/imp_1', '/templates/t', '/targets/new', '/targets/t', '/contacts/4711'])(
    'such as %s is of one institution',
    (path) => expect(isAboutOneThing(path)).toBe(true),
  );
  it.each(['/', '/new', '/contacts', '/settings', '/settings/people'])('such as %s is of every institution', (path) =>
    expect(isAboutOneThing(path)).toBe(false),
  );
});

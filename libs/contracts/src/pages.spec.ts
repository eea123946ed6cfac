import { describe, expect, it } from '@jest/globals';
import { isDestination, isPage, pageAbout, pages } from './pages.js';

describe('the addresses of pages', () => {
  it.each(Object.values(pages).map((page) => page.replace(/:\w+/, 'x_1')))('%s is one', (path) => {
    expect(isPage(path)).toBe(true);
  });

  it.each([
    '',
    '/imports',
    '/imports/',
    '/imports/a/b',
    '/templates/tpl_1/file',
    '/v1/imports/imp_1',
    '//new',
    '/newer',
  ])('%s is none', (path) => {
    expect(isPage(path)).toBe(false);
  });

  it('are where somebody wants to be, but for those on the way there', () => {
    const paths = Object.values(pages).map((page) => page.replace(/:\w+/, 'x_1'));
    expect(paths.filter((path) => !isDestination(path))).toEqual([pages.signIn, pages.chooseInstitution]);
    expect(isDestination('/v1/me')).toBe(false);
  });

  it('keep any id in its place', () => {
    expect(pageAbout(pages.template, 'tpl_1')).toBe('/templates/tpl_1');
    for (const id of ['a/b', '50%', '#1', '$&', '?x=1', '//evil.example']) {
      const address = pageAbout(pages.contact, id);
      expect([isPage(address), decodeURIComponent(address.slice('/contacts/'.length))]).toEqual([true, id]);
    }
  });
});

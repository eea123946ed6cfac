import { describe, expect, it } from '@jest/globals';
import { isNewer, lastRelease, withRelease } from './changelog.rules.js';

const changelog = `# Changelog

## Not released

- A new thing.

## 0.1.0 (2026-11-29, commit 8c37083)

- The first.
`;

describe('the changelog', () => {
  it('names the last release', () => {
    expect(lastRelease(changelog)).toEqual({ version: '0.1.0', date: '2026-11-29', commit: '8c37083' });
    expect(() => lastRelease('# Changelog\n')).toThrow('names no release');
  });

  it('takes in a release, and has a place for what comes next', () => {
    const next = withRelease(changelog, { version: '0.2.0', date: '2027-02-01', commit: 'abcdef1' });
    expect(next).toBe(
      changelog.replace('## Not released\n', '## Not released\n\n## 0.2.0 (2027-02-01, commit abcdef1)\n'),
    );
    expect(lastRelease(next).version).toBe('0.2.0');
  });

  it.each([
    ['0.1.0', 'not newer'],
    ['0.0.9', 'not newer'],
    ['next', 'no version'],
  ])('refuses %s as the next release: %s', (version, because) => {
    expect(() => withRelease(changelog, { version, date: '2027-02-01', commit: 'abcdef1' })).toThrow(because);
  });

  it('releases nothing that it does not tell of', () => {
    const nothing = changelog.replace('- A new thing.\n\n', '');
    expect(() => withRelease(nothing, { version: '0.2.0', date: '2027-02-01', commit: 'abcdef1' })).toThrow('nothing');
  });

  it.each([
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.0', true],
    ['0.1.1', '0.1.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.9.9', '0.10.0', false],
  ])('takes %s for newer than %s: %s', (one, other, is) => {
    expect(isNewer(one, other)).toBe(is);
  });
});

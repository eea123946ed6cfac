import { describe, expect, it } from '@jest/globals';
import { fileOf, importsOf, isSpec, type Package, packageOf, packages, ringsOf, sources } from './sources.js';

const arrowsBetweenFiles = new Map(
  sources.map(({ path, text }) => [path, importsOf(text).flatMap(({ specifier }) => fileOf(path, specifier) ?? [])]),
);

/** A page knows the types of the answers that the gateway gives, while the gateway serves the page: types alone, no code. */
const typesAlone = ['@roundtrip/console → @roundtrip/gateway'];

const arrowsOf = ({ name, files }: Package): [string, string[]] => [
  name,
  files
    .filter(({ path }) => !isSpec(path))
    .flatMap(({ text }) => importsOf(text))
    .filter(({ isType, specifier }) => !(isType && typesAlone.includes(`${name} → ${packageOf(specifier)}`)))
    .flatMap(({ specifier }) => packageOf(specifier) ?? [])
    .filter((other) => other.startsWith('@roundtrip/')),
];

describe('imports run one way', () => {
  it('between files, types included', () => {
    expect(arrowsBetweenFiles.size).toBeGreaterThan(500);
    expect([...arrowsBetweenFiles.values()].flat().length).toBeGreaterThan(1000);
    expect(ringsOf(arrowsBetweenFiles)).toEqual([]);
  });

  it('between packages', () => {
    const arrows = new Map(packages.map(arrowsOf));
    expect(arrows.get('@roundtrip/bulk-update')).toContain('@roundtrip/kafka');
    expect(ringsOf(arrows)).toEqual([]);
  });

  it('and a ring would be noticed', () => {
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(ringsOf(ring)).toEqual(['a → b → c → a']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { importsOf, isSpec, type Package, packageOf, packages, read, rootPackage, type SourceFile } from './sources.js';

/** What is needed without an import: how, and by whom. */
const withoutImport: Record<string, Record<string, string>> = {
  'libs/service': {
    '@nestjs/platform-express': 'Nest looks for it by its name',
    'reflect-metadata': 'Nest asks its user for it',
    rxjs: 'Nest asks its user for it',
  },
  'deploy/local': { maildev: 'is run as a program' },
};

interface Use {
  path: string;
  isType: boolean;
}

function importedBy(files: readonly SourceFile[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { path, text } of files)
    for (const { specifier, isType } of importsOf(text)) {
      const name = packageOf(specifier);
      if (name !== undefined && (uses.get(name)?.isType ?? true)) uses.set(name, { path, isType });
    }
  return uses;
}

/** Built into static files: all that the page is made of is needed for development alone. */
const isPage = ({ folder }: Package): boolean => folder === 'services/console';

const production = (one: Package): string[] => [...one.dependencies, ...(isPage(one) ? one.devDependencies : [])];

function undeclared(one: Package): string[] {
  const forSpecs = [...one.dependencies, ...one.devDependencies, ...rootPackage.devDependencies];
  // Where nothing but types is imported, the package that brings them is enough.
  const isDeclared = (name: string, isType: boolean, declared: string[]): boolean =>
    declared.includes(name) || (isType && forSpecs.includes(`@types/${name}`));
  const missing = (files: SourceFile[], declared: string[]): string[] =>
    [...importedBy(files)]
      .filter(([name, { isType }]) => name !== one.name && !isDeclared(name, isType, declared))
      .map(([name, { path }]) => `${path} imports ${name}, which ${one.folder}/package.json does not name`);
  return [
    ...missing(
      one.files.filter(({ path }) => !isSpec(path)),
      production(one),
    ),
    ...missing(
      one.files.filter(({ path }) => isSpec(path)),
      forSpecs,
    ),
  ];
}

function unused(one: Package): string[] {
  const code = importedBy(one.files.filter(({ path }) => !isSpec(path)));
  const all = importedBy(one.files);
  const excused = Object.keys(withoutImport[one.folder] ?? {});
  const isUsed = (name: string, by: Map<string, Use>): boolean =>
    by.has(name) || by.has(name.replace(/^@types\//, '')) || excused.includes(name);
  return [
    ...one.dependencies.filter((name) => !isUsed(name, code)),
    ...one.devDependencies.filter((name) => !isUsed(name, all)),
  ].map((name) => `${one.folder} names ${name} and does not import it`);
}

describe('the packages that are imported', () => {
  it.each(packages.map((one) => [one.folder, one] as const))('are those that %s declares', (_folder, one) => {
    expect([...undeclared(one), ...unused(one)]).toEqual([]);
  });

  it('are declared by the root when specs of all packages, or its tools, need them', () => {
    const everywhere = importedBy([...rootPackage.files, ...packages.flatMap(({ files }) => files)]);
    const tools = [JSON.stringify(JSON.parse(read('package.json')).scripts), read('.config/jest.config.json')].join();
    const isTool = (name: string): boolean =>
      new RegExp(`(?:^|[" ])${name}(?:[" ]|$)`).test(tools) || withoutName.includes(name);
    const needed = (name: string): boolean => everywhere.has(name.replace(/^@types\//, '')) || isTool(name);
    expect(rootPackage.devDependencies.filter((name) => !needed(name))).toEqual([]);
    const own = importedBy(rootPackage.files);
    expect([...own].filter(([name]) => !rootPackage.devDependencies.includes(name))).toEqual([]);
  });

  it('would be noticed when one is missing or superfluous', () => {
    const files = [{ path: 'libs/a/src/a.ts', text: `import { b } from 'b/deep';\nimport type { c } from '@c/c';\n` }];
    const one: Package = {
      folder: 'libs/a',
      name: '@roundtrip/a',
      dependencies: ['b', 'd'],
      devDependencies: [],
      files,
    };
    expect(undeclared(one)).toEqual(['libs/a/src/a.ts imports @c/c, which libs/a/package.json does not name']);
    expect(unused(one)).toEqual(['libs/a names d and does not import it']);
  });
});

describe('the types of every source', () => {
  it('are checked, those of specs too', () => {
    const { include } = JSON.parse(read('tsconfig.json')) as { include: string[] };
    const checked = include.map((glob) => new RegExp(`^${glob.replaceAll('*', '[^/]+')}/`));
    const left = packages
      .flatMap(({ files }) => files)
      .filter(({ path }) => path.endsWith('.ts') && !path.startsWith('services/console/'))
      .filter(({ path }) => !checked.some((glob) => glob.test(path)));
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});

/** Compilers and checkers that are found by the tools that use them. */
const withoutName = ['@swc/core', 'oxlint-tsgolint', 'typescript', '@types/node'];

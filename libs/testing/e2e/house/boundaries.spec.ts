import { describe, expect, it } from '@jest/globals';
import { allTopics } from '@roundtrip/contracts';
import { fileOf, importsOf, isSpec, packageOf, packages, sources } from './sources.js';

/** Who may import whom: the folders tell the architecture, this test holds them to it. */

const libsOf: Record<string, readonly string[]> = {
  contracts: [],
  csv: [],
  xlsx: [],
  words: ['contracts', 'csv'],
  tracing: [],
  files: ['contracts', 'words', 'tracing'],
  kafka: ['contracts', 'tracing'],
  fields: ['contracts', 'words'],
  workbook: ['contracts', 'fields', 'words', 'xlsx'],
  database: ['contracts', 'fields'],
  service: ['contracts', 'kafka', 'database', 'files', 'words', 'tracing'],
};
const everyLib = Object.keys(libsOf);
const programs = ['activities', 'dead-letters', 'institutions', 'replay-imports'];
/** Beyond the libraries. */
const moreOf: Record<string, readonly string[]> = {
  'libs/testing/demo': [],
  'libs/testing/provider': [],
  'libs/testing/kit': [],
  'libs/testing/tour': [],
  // A spec of the whole has to start the whole: of what is in libs these, and the test of an upgrade below, lean on what is in deploy.
  'libs/testing/e2e': ['test-kit', 'demo', 'provider', 'local-stack'],
  'libs/testing/faults': ['test-kit', 'demo', 'local-stack', 'e2e', 'tour', 'replay-imports'],
  'libs/testing/bench': ['test-kit', 'demo', 'e2e', 'import-validation', 'tour'],
  // What the gateway says of itself; and the whole, started after the last release.
  'libs/testing/releases': ['gateway', 'local-stack', 'test-kit'],
  'deploy/local': ['demo', 'provider', 'create-topics'],
  // Types alone, see below.
  'services/console': ['gateway'],
  // Its built pages.
  'services/gateway': ['console'],
};
const forSpecs = ['test-kit', 'demo', 'provider', 'tour', 'e2e', 'local-stack', 'create-topics', ...programs];
/** Libraries that one package alone may import. */
const keepers: Record<string, string> = {
  kafkajs: 'libs/kafka',
  '@nestjs/microservices': 'libs/kafka',
  minio: 'libs/files',
  archiver: 'libs/files',
  mongoose: 'libs/database',
  mongodb: 'libs/database',
  nodemailer: 'services/notifications',
  'oidc-provider': 'libs/testing/provider',
  handlebars: 'services/notifications',
  'intl-messageformat': 'libs/words',
  '@opentelemetry/api': 'libs/tracing',
  '@opentelemetry/sdk-trace-base': 'libs/tracing',
};

const folderOf = (path: string): string =>
  packages.find(({ folder }) => path.startsWith(`${folder}/`))?.folder ?? '.config';

function allowedFor(path: string): readonly string[] {
  const folder = folderOf(path);
  if (isSpec(path)) return [...everyLib, ...forSpecs, ...(moreOf[folder] ?? [])];
  const lib = /^libs\/([^/]+)$/.exec(folder)?.[1];
  return lib === undefined ? [...everyLib, ...(moreOf[folder] ?? [])] : (libsOf[lib] ?? []);
}

function problemsOf(path: string, text: string): string[] {
  const allowed = allowedFor(path);
  const problems = importsOf(text).flatMap(({ specifier }) => {
    const keeper = keepers[packageOf(specifier) ?? ''];
    if (keeper && !path.startsWith(`${keeper}/`) && !isSpec(path) && !path.startsWith('libs/testing/'))
      return [`${path} imports ${specifier}, which belongs to ${keeper}`];
    const file = fileOf(path, specifier) ?? '';
    if (/^(?:libs|services|deploy)\//.test(file) && folderOf(file) !== folderOf(path) && !path.startsWith('.config/'))
      return [`${path} reaches into another package`];
    const own = /^@roundtrip\/([^/]+)/.exec(specifier)?.[1];
    return own === undefined || allowed.includes(own) ? [] : [`${path} imports @roundtrip/${own}`];
  });
  if (path.startsWith('services/console/src/') && !isSpec(path)) problems.push(...pageProblems(path, text));
  if (/^libs\/contracts\/src\/(words|pages)[/.]/.test(path) && !isSpec(path) && /from '(?!\.)/.test(text))
    problems.push(`${path} imports a package, which a page would have to carry`);
  return problems;
}

/** Programs of other packages are found by what those export, so that npm and nx see the arrow; deploy/local runs the services as docker-compose does. The planted faults, and a bench that leaves something out, change what is built, and name it; the test of an upgrade starts what another release has built. */
const built = /(?:libs|services|deploy)\/[\w/-]*\bdist\//g;
const changers = [
  'libs/testing/faults/src/plants.ts',
  'libs/testing/bench/src/unrecorded-hook.ts',
  'libs/testing/releases/src/upgrade-test.ts',
];
const strangersDist = ({ path, text }: { path: string; text: string }): string[] =>
  [...text.replaceAll(/^\s*(?:\/\/|\*).*$/gm, '').matchAll(built)]
    .map(([found]) => found)
    .filter((found) => !found.startsWith(`${folderOf(path)}/`))
    .map((found) => `${path} runs ${found}`);

/** The page is built for browsers: of ours it takes the contracts' plain words, where pages are, what looks into a workbook, its own labels, and the types of contracts and REST answers. */
function pageProblems(file: string, source: string): string[] {
  const code = new Set(['contracts/words', 'contracts/pages', 'xlsx/browser', 'words/console']);
  const types = new Set([...code, 'contracts', 'gateway/api']);
  return [...source.matchAll(/import\s+(type\s)?[^'";]*?'@roundtrip\/([^']+)'/g)]
    .filter(([, type, name]) => !(type === undefined ? code : types).has(name as string))
    .map(([, , name]) => `${file} imports more of @roundtrip/${name} than a page may`);
}

// Its examples of what is not allowed would be found.
const files = sources.filter(({ path }) => !path.endsWith('boundaries.spec.ts'));

describe('the boundaries between packages', () => {
  it('are kept by every import', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(({ path, text }) => problemsOf(path, text))).toEqual([]);
  });

  it.each([
    ['services/targets/src/a.ts', `import { x } from '@roundtrip/gateway';`],
    ['libs/fields/src/a.ts', `import type { x } from '@roundtrip/database';`],
    ['libs/testing/kit/src/a.ts', `import { startStack } from '@roundtrip/local-stack';`],
    ['deploy/dead-letters/src/a.ts', `import { seedInstitution } from '@roundtrip/demo';`],
    ['services/targets/src/a.ts', `import { Kafka } from 'kafkajs';`],
    ['services/targets/src/a.ts', `import { ownDatabase } from '@roundtrip/test-kit';`],
    ['services/targets/src/a.ts', `import { x } from '../../gateway/src/main.js';`],
    ['services/console/src/a.tsx', `import { issueCodes } from '@roundtrip/contracts';`],
    ['services/console/src/a.tsx', `import { a } from '@roundtrip/gateway/api';`],
    ['libs/contracts/src/words/a.ts', `import { z } from 'zod';`],
    ['services/console/src/a.tsx', `import type { Rule } from '@roundtrip/fields';`],
  ])('would be noticed when %s says %s', (file, source) => {
    expect(problemsOf(file, source)).toHaveLength(1);
  });

  it('are not gone round by the path of what another package has built', () => {
    const code = sources.filter(({ path }) => !isSpec(path));
    expect(code.filter(({ path }) => !changers.includes(path)).flatMap(strangersDist)).toEqual([]);
    for (const changer of changers)
      expect(code.filter(({ path }) => path === changer).flatMap(strangersDist)).not.toEqual([]);
  });

  it('let what looks into a workbook run in a browser: it needs nothing of Node, and no package', () => {
    const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
    const reached = new Set(['libs/xlsx/src/browser.ts']);
    for (const path of reached)
      for (const { specifier } of importsOf(text(path))) {
        expect([path, specifier]).toEqual([path, expect.stringMatching(/^\./)]);
        reached.add(fileOf(path, specifier)!);
      }
    expect(reached.size).toBeGreaterThan(5);
    expect([...reached].filter((path) => /\b(?:Buffer|process)\b/.test(text(path)))).toEqual([]);
  });

  it('let no topic name stand outside the catalogue', () => {
    const strangers = files
      .filter(({ path }) => !path.startsWith('libs/contracts/'))
      .filter(({ text }) => allTopics.some((topic) => text.includes(`'${topic}'`)));
    expect(strangers.map(({ path }) => path)).toEqual([]);
  });
});

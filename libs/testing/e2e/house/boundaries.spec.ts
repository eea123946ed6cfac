import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allTopics } from '@roundtrip/contracts';

/** Who may import whom: the folders tell the architecture, this test holds them to it. */

const root = join(import.meta.dirname, '../../../..');

const libsOf: Record<string, readonly string[]> = {
  contracts: [],
  csv: [],
  files: ['contracts'],
  kafka: ['contracts'],
  fields: ['contracts'],
  database: ['contracts', 'fields'],
  service: ['contracts', 'kafka', 'database', 'files'],
};
const everyLib = Object.keys(libsOf);
const testPackages = ['test-kit', 'test-kit/client', 'demo', 'tour', 'e2e'];
/** Libraries that one package alone may import. */
const keepers: Record<string, string> = {
  kafkajs: 'libs/kafka',
  '@nestjs/microservices': 'libs/kafka',
  minio: 'libs/files',
  archiver: 'libs/files',
  mongoose: 'libs/database',
  nodemailer: 'services/notifications',
  handlebars: 'services/notifications',
};

const isSpec = (file: string): boolean =>
  file.endsWith('.spec.ts') || /(^|\/)(test|e2e|bench)\//.test(file) || file.startsWith('libs/testing/');

function problemsOf(file: string, source: string): string[] {
  const [area, name] = file.split('/') as [string, string];
  const problems: string[] = [];
  for (const [, specifier] of source.matchAll(/(?:from|import\(|import)\s*'([^']+)'/g)) {
    const own = /^@roundtrip\/(.+)$/.exec(specifier as string)?.[1]?.replace(/^contracts\/(pages|words)$/, 'contracts');
    const keeper = keepers[specifier as string];
    if (keeper && !file.startsWith(`${keeper}/`) && !isSpec(file))
      problems.push(`${file} imports ${specifier}, which belongs to ${keeper}`);
    if (own === undefined) continue;
    const allowed =
      isSpec(file) || file.startsWith('deploy/')
        ? [...everyLib, ...testPackages, 'local-stack', 'create-topics']
        : area === 'libs'
          ? (libsOf[name] ?? everyLib)
          : everyLib;
    if (own === 'gateway/api' && file.startsWith('services/console/')) continue;
    if (!allowed.includes(own)) problems.push(`${file} imports @roundtrip/${own}`);
  }
  if (file.startsWith('services/console/src/') && !isSpec(file)) problems.push(...pageProblems(file, source));
  if (/^libs\/contracts\/src\/(words|pages)[/.]/.test(file) && /from '(?!\.)/.test(source))
    problems.push(`${file} imports a package, which a page would have to carry`);
  if (area === 'services' && /from\s*'(\.\.\/)+(services|libs)\//.test(source))
    problems.push(`${file} reaches into another package`);
  return problems;
}

/** The page is built for browsers: of ours it takes the contracts' plain words, where pages are, and the types of contracts and REST answers. */
function pageProblems(file: string, source: string): string[] {
  const code = new Set(['contracts/words', 'contracts/pages']);
  const types = new Set([...code, 'contracts', 'gateway/api']);
  return [...source.matchAll(/import\s+(type\s)?[^'";]*?'@roundtrip\/([^']+)'/g)]
    .filter(([, type, name]) => !(type === undefined ? code : types).has(name as string))
    .map(([, , name]) => `${file} imports more of @roundtrip/${name} than a page may`);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : [];
  });
}

const files = ['libs', 'services', 'deploy']
  .flatMap((area) => sources(join(root, area)))
  // Its examples of what is not allowed would be found.
  .filter((file) => !file.endsWith('boundaries.spec.ts'));

describe('the boundaries between packages', () => {
  it('are kept by every import', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => problemsOf(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['services/targets/src/a.ts', `import { x } from '@roundtrip/gateway';`],
    ['libs/fields/src/a.ts', `import type { x } from '@roundtrip/database';`],
    ['services/targets/src/a.ts', `import { Kafka } from 'kafkajs';`],
    ['services/targets/src/a.ts', `import { ownDatabase } from '@roundtrip/test-kit';`],
    ['services/targets/src/a.ts', `import { x } from '../../services/gateway/src/x.js';`],
    ['services/console/src/a.tsx', `import { issueCodes } from '@roundtrip/contracts';`],
    ['services/console/src/a.tsx', `import { a } from '@roundtrip/gateway/api';`],
    ['libs/contracts/src/words/a.ts', `import { z } from 'zod';`],
    ['services/console/src/a.tsx', `import type { Rule } from '@roundtrip/fields';`],
  ])('would be noticed when %s says %s', (file, source) => {
    expect(problemsOf(file, source)).toHaveLength(1);
  });

  it('let no topic name stand outside the catalogue', () => {
    const strangers = files
      .filter((file) => !file.startsWith('libs/contracts/'))
      .filter((file) => {
        const source = readFileSync(join(root, file), 'utf8');
        return allTopics.some((topic) => source.includes(`'${topic}'`));
      });
    expect(strangers).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

describe('the README', () => {
  const configs = [
    'libs/service/src/base.config.ts',
    ...readdirSync(join(root, 'services')).map((name) => `services/${name}/src/config.ts`),
  ];
  const variables = [
    ...configs
      .filter((path) => existsSync(join(root, path)))
      .flatMap((path) => [...read(path).matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1])),
    ...[...read('deploy/local/src/ports.ts').matchAll(/variable: '([A-Z_]+)'/g)].map((match) => match[1]),
  ];

  it.each([...new Set(variables)])('explains the variable %s', (variable) => {
    expect(readme).toContain(`\`${variable}\``);
  });

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map((match) => match[1] as string);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('names only topics of the catalogue', async () => {
    const { allTopics } = await import('@roundtrip/contracts');
    const named = [...readme.matchAll(/`([a-z-]+\.[a-z-]+\.v\d+)`/g)].map((match) => match[1] as string);
    expect(named.filter((topic) => !allTopics.includes(topic))).toEqual([]);
  });
});

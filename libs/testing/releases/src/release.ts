import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncApi } from '@roundtrip/contracts';
import { openApi } from '@roundtrip/gateway/openapi';
import { withRelease } from './changelog.rules.js';
import { changelogFile, fixtures } from './released.js';

// `npm run release -- 0.2.0`: the commit that is checked out becomes a release. What it promises is written down beside the changelog's
// heading, so that everything after it is held against it.

const [version = ''] = process.argv.slice(2);
const git = (...words: string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();
const folderOfMessages = fileURLToPath(new URL('../fixtures', import.meta.resolve('@roundtrip/contracts')));

const write = (file: string, content: unknown): void =>
  writeFileSync(join(fixtures, file), `${JSON.stringify(content, undefined, 1)}\n`);

const messages = readdirSync(folderOfMessages).map((file) => [
  basename(file, '.json'),
  JSON.parse(readFileSync(join(folderOfMessages, file), 'utf8')) as unknown,
]);

try {
  if (git('status', '--porcelain') !== '') throw new Error('Something is not committed; a release is a commit');
  const commit = git('rev-parse', '--short=12', 'HEAD');
  const date = git('show', '--no-patch', '--format=%cs', 'HEAD');
  writeFileSync(changelogFile, withRelease(readFileSync(changelogFile, 'utf8'), { version, date, commit }));
  write('openapi.json', openApi('http://127.0.0.1:8080'));
  write('asyncapi.json', asyncApi());
  write(`messages/${version}.json`, Object.fromEntries(messages));
  writeFileSync(
    join(fixtures, '../accepted-changes.json'),
    `${JSON.stringify({ openapi: [], asyncapi: [] }, undefined, 2)}\n`,
  );
  process.stdout.write(
    `${version} is commit ${commit}. Commit what was written: the changelog and what it promises.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}.\n`);
  process.exitCode = 1;
}

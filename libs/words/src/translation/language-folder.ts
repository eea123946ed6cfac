import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MessageTree } from '../spoken.js';
import { type CatalogueFile, isIndex, type Messages, placesOf } from './catalogue-files.js';

const atRoot = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
/** Of those who develop: nothing that is installed runs this. */
const prettier = atRoot('node_modules/.bin/prettier');
const styleOfHouse = atRoot('.prettierrc.json');

/**
 * Writes the files of a language as they would be written by hand.
 *
 * @param folder of the language, beside that of English
 * @param english the files that there are to be
 * @param messages all of them
 * @param like the folder of any other language: what names the files of a folder is as there
 */
export async function writeLanguage(
  folder: string,
  english: readonly CatalogueFile[],
  messages: Messages,
  like: string,
): Promise<void> {
  const written: string[] = [];
  for (const path of new Set(english.map((file) => file.path))) {
    const file = join(folder, `${path}.ts`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sourceOf(path, english, messages));
    written.push(file);
  }
  for (const path of (await readdir(like, { recursive: true })).filter(isIndex)) {
    if (join(like, path) !== join(folder, path)) await copyFile(join(like, path), join(folder, path));
  }
  await promisify(execFile)(prettier, ['--config', styleOfHouse, '--write', ...written]);
}

function sourceOf(path: string, english: readonly CatalogueFile[], messages: Messages): string {
  const exported = english.filter((file) => file.path === path);
  const keyOf = new Map(
    [...placesOf(english)].map(([key, { file, keys }]) => [JSON.stringify([file.path, file.name, keys]), key]),
  );
  const up = '../'.repeat(path.split('/').length);
  const nameOf = (name: string): string => (exported.length === 1 ? 'english' : `english_${name}`);
  const trees = exported.map(({ name, tree }) => {
    const textOf = (keys: readonly string[]): string =>
      messages.get(keyOf.get(JSON.stringify([path, name, keys])) ?? '') ?? '';
    return `export const ${name}: Translated<typeof ${nameOf(name)}> = ${literalOf(tree, textOf)};`;
  });
  return [
    `import type { Translated } from '${up}../spoken.js';`,
    `import type { ${exported.map(({ name }) => `${name} as ${nameOf(name)}`).join(', ')} } from '${up}en/${path}.js';`,
    '',
    ...trees,
  ].join('\n');
}

function literalOf(
  tree: MessageTree,
  textOf: (keys: readonly string[]) => string,
  above: readonly string[] = [],
): string {
  const entries = Object.entries(tree).map(([key, value]) => {
    const keys = [...above, key];
    const name = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
    return `${name}: ${typeof value === 'string' ? JSON.stringify(textOf(keys)) : literalOf(value, textOf, keys)},`;
  });
  return `{ ${entries.join(' ')} }`;
}

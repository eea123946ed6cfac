import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { messageAt, type MessageTree } from '../spoken.js';

/** The messages of one file of a language. */
export interface CatalogueFile {
  /** Below the folder of the language, without its ending: `letters`, `console/new`. */
  path: string;
  /** As the file exports them. */
  name: string;
  tree: MessageTree;
}

/** Of all files of a language, by where they stand: `letters.templateReady.subject`. */
export type Messages = ReadonlyMap<string, string>;

export interface Place {
  file: CatalogueFile;
  keys: readonly string[];
}

const isTree = (value: unknown): value is MessageTree =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((inner) => typeof inner === 'string' || isTree(inner));

/** What names the files of a folder has no messages of its own, and is written alike in all languages. */
export const isIndex = (path: string): boolean => /(?:^|\/)index\.[jt]s$/.test(path);

/** Every file of a language that exports messages; none when there is no such folder. */
export async function catalogueFiles(folder: string): Promise<CatalogueFile[]> {
  const paths: string[] = await readdir(folder, { recursive: true }).catch(() => []);
  const ending = extname(import.meta.url);
  const files: CatalogueFile[] = [];
  for (const path of paths.toSorted()) {
    if (!path.endsWith(ending) || /\.(?:d|spec)\.ts$/.test(path) || isIndex(path)) continue;
    const exported = Object.entries((await import(join(folder, path))) as Record<string, unknown>);
    for (const [name, tree] of exported)
      if (isTree(tree)) files.push({ path: path.slice(0, -ending.length), name, tree });
  }
  return files;
}

/** Where each message stands. */
export function placesOf(files: readonly CatalogueFile[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const file of files) {
    const alone = files.filter(({ path }) => path === file.path).length === 1;
    const start = alone ? file.path : `${file.path}#${file.name}`;
    for (const keys of pathsOf(file.tree)) places.set([start, ...keys].join('.'), { file, keys });
  }
  return places;
}

function pathsOf(tree: MessageTree, above: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[...above, key]] : pathsOf(value, [...above, key]),
  );
}

export const messagesOf = (files: readonly CatalogueFile[]): Messages =>
  new Map([...placesOf(files)].map(([key, place]) => [key, messageAt(place.file.tree, place.keys) ?? '']));

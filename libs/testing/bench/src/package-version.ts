import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** The version of a package that a bench stands beside: it is declared exactly. */
export const packageVersion = (name: string): string => dependencies[name] ?? '';

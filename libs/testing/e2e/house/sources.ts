import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// What the specs of the house look at: every file of ours, what it imports, and the package that it is in.

export const root = join(import.meta.dirname, '../../../..');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface SourceFile {
  /** From the root of the checkout. */
  path: string;
  text: string;
}

export interface Package {
  /** From the root of the checkout; empty for the root itself. */
  folder: string;
  name: string;
  description?: string;
  dependencies: string[];
  devDependencies: string[];
  files: SourceFile[];
}

interface PackageJson {
  name: string;
  description?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const pathsIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return ['node_modules', 'dist', 'fixtures'].includes(entry.name) ? [] : pathsIn(path);
  });

/** What git keeps of ours below these folders, sources or not. */
export const allPaths: readonly string[] = ['libs', 'services', 'deploy', '.config'].flatMap(pathsIn);

export const sources: readonly SourceFile[] = allPaths
  .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, text: read(path) }));

const packageIn = (folder: string, files: SourceFile[]): Package => {
  const json = JSON.parse(read(join(folder, 'package.json'))) as PackageJson;
  return {
    folder,
    name: json.name,
    ...(json.description !== undefined && { description: json.description }),
    dependencies: Object.keys(json.dependencies ?? {}),
    devDependencies: Object.keys(json.devDependencies ?? {}),
    files,
  };
};

export const packages: readonly Package[] = allPaths
  .filter((path) => path.endsWith('/package.json'))
  .map((path) => dirname(path))
  .map((folder) =>
    packageIn(
      folder,
      sources.filter(({ path }) => path.startsWith(`${folder}/`)),
    ),
  );

/** The root: what the tools of all packages need. */
export const rootPackage: Package = packageIn(
  '',
  sources.filter(({ path }) => path.startsWith('.config/')),
);

/** Nobody imports a spec: it may lean on everything that its package, or the root, declares for development. */
export const isSpec = (path: string): boolean =>
  !/^(?:libs\/testing\/\w+|\w+\/[\w-]+)\/src\//.test(path) || /\.spec\.tsx?$/.test(path);

export interface Import {
  specifier: string;
  isType: boolean;
}

const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const call =
  /(?<![.\w])(?:import|import\.meta\.resolve|createRequire\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\.resolve)?)\('([^'\n]+)'/g;

/** All that the text of a file imports, or finds by its name. */
export const importsOf = (text: string): Import[] => [
  ...[...text.matchAll(statement)].map(([, type, specifier = '']) => ({ specifier, isType: type !== undefined })),
  ...[...text.matchAll(call)].map(([, specifier = '']) => ({ specifier, isType: false })),
];

/** `@scope/name/path` → `@scope/name`; undefined for a file of one's own and for what Node brings. */
export function packageOf(specifier: string): string | undefined {
  if (/^(?:\.|node:)/.test(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The file that a relative import names; undefined when there is none of ours. */
export function fileOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(dirname(from), specifier);
  return [path.replace(/\.js$/, '.ts'), path.replace(/\.jsx?$/, '.tsx'), path].find((file) =>
    existsSync(join(root, file)),
  );
}

/** Each node after all that it points to; the rings that make this impossible, each as `a → b → a`. */
export function ringsOf(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const rings: string[] = [];
  const over = new Set<string>();
  const walk = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) {
      rings.push([...way.slice(way.indexOf(node)), node].join(' → '));
      return;
    }
    if (over.has(node)) return;
    for (const next of arrows.get(node) ?? []) walk(next, [...way, node]);
    over.add(node);
  };
  for (const node of arrows.keys()) walk(node, []);
  return rings;
}

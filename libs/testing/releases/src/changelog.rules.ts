export interface Release {
  /** `0.1.0` */
  version: string;
  /** `2026-11-29` */
  date: string;
  /** The commit that was released, shortened. */
  commit: string;
}

const heading = /^## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d), commit ([0-9a-f]{7,40})\)$/m;
const open = '## Not released';

/**
 * The last release that the changelog names.
 *
 * @throws Error when it names none
 */
export function lastRelease(changelog: string): Release {
  const [, version, date, commit] = heading.exec(changelog) ?? [];
  if (version === undefined || date === undefined || commit === undefined)
    throw new Error('The changelog names no release: ## 0.1.0 (2026-11-29, commit 1234567)');
  return { version, date, commit };
}

/**
 * What stands under `Not released` becomes the release, and what comes next has a place.
 *
 * @throws Error when there is nothing to release, or the version is not newer than the last
 */
export function withRelease(changelog: string, { version, date, commit }: Release): string {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${version} is no version: 0.2.0`);
  if (!isNewer(version, lastRelease(changelog).version))
    throw new Error(`${version} is not newer than ${lastRelease(changelog).version}`);
  const [before, after] = changelog.split(`${open}\n`);
  if (before === undefined || after === undefined) throw new Error(`The changelog has no heading "${open}"`);
  if (after.trimStart().startsWith('## ')) throw new Error(`The changelog says nothing under "${open}"`);
  return `${before}${open}\n\n## ${version} (${date}, commit ${commit})\n${after}`;
}

const numbersOf = (version: string): number[] => version.split('.').map(Number);

/** Whether the first of two versions, as `0.1.0`, is the later one. */
export function isNewer(version: string, other: string): boolean {
  const others = numbersOf(other);
  const [one, its] = numbersOf(version)
    .map((number, index) => [number, others[index] ?? 0] as const)
    .find(([number, beside]) => number !== beside) ?? [0, 0];
  return one > its;
}

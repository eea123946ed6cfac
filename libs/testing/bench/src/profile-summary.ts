/** A `.cpuprofile` as V8 writes it, as far as it is needed here. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  /** Which node the process was in when it was looked at, and the microseconds since it was looked at before. */
  samples: number[];
  timeDeltas: number[];
}

export interface Share {
  name: string;
  microseconds: number;
}

export interface ProfileSummary {
  /** All but idle time. */
  microseconds: number;
  /** The heaviest first. */
  packages: (Share & { functions: Share[] })[];
}

/** Time that each function itself has taken, by the package that it belongs to. */
export function summaryOf({ nodes, samples, timeDeltas }: CpuProfile): ProfileSummary {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const packages = new Map<string, Map<string, number>>();
  let microseconds = 0;
  for (const [at, sample] of samples.entries()) {
    const { functionName, url, lineNumber } = nodeOf.get(sample)!.callFrame;
    // V8 counts a step back of its clock as a negative time.
    const took = Math.max(0, timeDeltas[at] ?? 0);
    if (functionName === '(idle)') continue;
    microseconds += took;
    const name = packageOf(functionName, url);
    const place = url === '' ? '' : ` ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`;
    const key = `${functionName === '' ? '(anonymous)' : functionName}${place}`;
    const functions = packages.get(name) ?? new Map<string, number>();
    functions.set(key, (functions.get(key) ?? 0) + took);
    packages.set(name, functions);
  }
  const all = [...packages].map(([name, found]) => {
    const functions = heaviestFirst([...found].map(([key, took]) => ({ name: key, microseconds: took })));
    return { name, microseconds: functions.reduce((sum, one) => sum + one.microseconds, 0), functions };
  });
  return { microseconds, packages: heaviestFirst(all) };
}

const heaviestFirst = <T extends Share>(shares: T[]): T[] =>
  shares.toSorted((one, other) => other.microseconds - one.microseconds);

/** `own: bulk-update`, the name of a package, `node`, or what V8 says of time that belongs to nobody: `(garbage collector)`. */
export function packageOf(functionName: string, url: string): string {
  const installed = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (installed !== undefined) return installed;
  const own = /\/(?:libs\/testing|libs|services|deploy)\/([^/]+)\/dist\//.exec(url)?.[1];
  if (own !== undefined) return `own: ${own}`;
  if (url.startsWith('node:')) return 'node';
  return functionName.startsWith('(') ? functionName : 'V8 and built-in functions';
}

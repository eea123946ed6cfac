import { type ImportAction, importPhases } from '@roundtrip/contracts';
import type { ImportJobDocument, ImportKind, JobProgress, PhasePaces } from '@roundtrip/database';

/** What phases take where nobody has measured it yet: on two cores, with all servers beside (test/recorded-speeds). */
const firstPaces: Record<ImportKind, PhasePaces> = {
  check: { reading: 14, deciding: 40, reporting: 3 },
  update: { reading: 14, deciding: 58, reporting: 4 },
  undo: { reading: 10, deciding: 58, reporting: 6 },
};

/** Of fewer lines most of the time goes by in waiting: they say nothing about the pace. */
const linesAtLeast = 10_000;
const remembered = 5;

export const kindOf = ({ action, undoOf }: { action: ImportAction; undoOf?: string }): ImportKind =>
  undoOf === undefined ? action : 'undo';

/** What phases lately took, each the median, so that one day on which all stood still counts for nothing. */
export function pacesOf(kind: ImportKind, recent: readonly PhasePaces[] = []): PhasePaces {
  const first = firstPaces[kind];
  const paces = { ...first };
  for (const phase of importPhases) {
    const sorted = recent.map((one) => one[phase]).toSorted((a, b) => a - b);
    paces[phase] = sorted[Math.floor(sorted.length / 2)] ?? first[phase];
  }
  return paces;
}

/** The paces of an import that is over; undefined when it says nothing about the next ones. */
export function measured({ linesTotal, share, tookMs }: JobProgress): PhasePaces | undefined {
  if (share !== 1 || linesTotal < linesAtLeast || !tookMs) return undefined;
  const { reading, deciding, reporting } = tookMs;
  if (reading === undefined || deciding === undefined || reporting === undefined) return undefined;
  const pace = (ms: number): number => Math.max(0.01, (ms * 1000) / linesTotal);
  return { reading: pace(reading), deciding: pace(deciding), reporting: pace(reporting) };
}

export const remember = (recent: readonly PhasePaces[] = [], paces: PhasePaces): PhasePaces[] =>
  [...recent, paces].slice(-remembered);

/** Of an import that was asked for before paces were measured: the first ones. */
export const ownPaces = (job: Pick<ImportJobDocument, 'action' | 'undoOf' | 'paces'>): PhasePaces =>
  job.paces ?? pacesOf(kindOf(job));

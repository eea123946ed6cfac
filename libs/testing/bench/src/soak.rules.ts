/** What a process holds at a moment. */
export interface Holdings {
  residentMiB: number;
  /** Open files, sockets among them. */
  handles: number;
  sockets: number;
}

/** Of a process at the start, in the middle and at the end of a soak: the median of a tenth of its time each. */
export interface Course {
  process: string;
  start: Holdings;
  middle: Holdings;
  end: Holdings;
}

/** More memory at the end than this, as a ratio to the start, is growth: what leaks in an hour ends a process in a week. */
export const MEMORY_GROWTH = 1.1;
/** Sockets and files come and go with requests; a leak does not stop at so few. */
export const HANDLE_GROWTH = 10;

/**
 * @param samples of one process, in order, at even distances
 * @throws when there are too few to tell a start, a middle and an end apart
 */
export function courseOf(process: string, samples: readonly Holdings[]): Course {
  if (samples.length < 10) throw new Error(`${process}: ${samples.length} samples are too few for a course`);
  // What is loaded and compiled in the first tenth is no growth.
  const around = (share: number): Holdings => {
    const width = Math.max(1, Math.floor(samples.length / 10));
    const from = Math.min(samples.length - width, Math.round(share * samples.length));
    return medianOf(samples.slice(from, from + width));
  };
  return { process, start: around(0.1), middle: around(0.45), end: around(0.9) };
}

/** @returns what has grown, a sentence each */
export function growthIn({ process, start, end }: Course): string[] {
  const said: string[] = [];
  if (end.residentMiB > start.residentMiB * MEMORY_GROWTH) {
    said.push(`${process}: memory grew from ${start.residentMiB.toFixed(0)} to ${end.residentMiB.toFixed(0)} MiB`);
  }
  for (const what of ['handles', 'sockets'] as const) {
    if (end[what] > start[what] + HANDLE_GROWTH)
      said.push(`${process}: ${what} grew from ${start[what]} to ${end[what]}`);
  }
  return said;
}

const medianOf = (samples: readonly Holdings[]): Holdings => ({
  residentMiB: median(samples.map(({ residentMiB }) => residentMiB)),
  handles: median(samples.map(({ handles }) => handles)),
  sockets: median(samples.map(({ sockets }) => sockets)),
});

function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? NaN;
}

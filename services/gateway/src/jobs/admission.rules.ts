import type { JobSize } from '@roundtrip/database';

/** How many jobs of one institution the workers may have at once. */
export interface Places {
  /** For every job. */
  all: number;
  /** Of these, while another institution wants something, too. */
  besideOthers: number;
  /** Moreover, for small ones. */
  small: number;
}

/** Those who stand first in the queue of an institution, by size. */
export type FirstWaiting = Partial<Record<JobSize, { jobId: string; requestedAt: Date }>>;

const SMALL_LINES = 1_000;
const SMALL_BYTES = 256 * 1024;

/** @param known lines as far as another job has counted them, and the bytes of the file; a job of which neither is known may be large */
export const sizeOf = (known: { lines?: number | undefined; bytes?: number | undefined }): JobSize =>
  (known.lines ?? Infinity) <= SMALL_LINES || (known.bytes ?? Infinity) <= SMALL_BYTES ? 'small' : 'large';

/**
 * Who leaves the queue next, and the place that is free for it, counted from 1; undefined while nobody may. The first comes first, but a
 * small one passes large ones where a place is left that they may not have, so that nobody waits behind her own large files with a
 * small one; it takes such a place first, so that it does not keep large ones from theirs. While others want something, too, fewer of the
 * places for all are given; those that are held stay with their jobs.
 */
export function nextRelease(
  first: FirstWaiting,
  taken: ReadonlySet<number>,
  { all, besideOthers, small }: Places,
  othersActive: boolean,
): { jobId: string; place: number } | undefined {
  const free = (from: number, count: number): number | undefined =>
    Array.from({ length: count }, (_, at) => from + at).find((place) => !taken.has(place));
  const given = othersActive ? Math.min(all, besideOthers) : all;
  const held = [...taken].filter((place) => place <= all).length;
  const forAll = held < given ? free(1, all) : undefined;
  const placeFor = { small: free(all + 1, small) ?? forAll, large: forAll };
  const inOrder = (['small', 'large'] as const)
    .flatMap((size) => {
      const { [size]: waiting } = first;
      const { [size]: place } = placeFor;
      return waiting && place !== undefined ? [{ ...waiting, place }] : [];
    })
    .toSorted((one, other) => one.requestedAt.getTime() - other.requestedAt.getTime());
  const [next] = inOrder;
  return next && { jobId: next.jobId, place: next.place };
}

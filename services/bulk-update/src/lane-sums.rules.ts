import type { ClosedChunkDocument } from '@roundtrip/database';

export type ClosedCounts = Pick<ClosedChunkDocument['counts'], 'total' | 'notAttempted'>;

/** Chunks of a lane that are read at once, unless more of them turn out to be closed. */
const firstLook = 4;
const longestLook = 256;

/**
 * The sum over the closed chunks of an import, of which every chunk is read once. The chunks of a lane are closed one after the other, so
 * that what was summed of a lane is a number and a place to read on from. A chunk that is closed ahead of an open one of its lane is summed
 * after it. Which lanes the work really takes changes only how much is read, never the sum.
 */
export class LaneSums {
  private readonly lanes: { next: number; look: number }[];
  private readonly sum = { total: 0, notAttempted: 0 };

  constructor(
    private readonly chunks: number,
    lanes: number,
  ) {
    this.lanes = Array.from({ length: Math.min(lanes, chunks) }, (_, lane) => ({ next: lane, look: firstLook }));
  }

  get counts(): Readonly<ClosedCounts> {
    return { ...this.sum };
  }

  /** The chunks that may have been closed since: the next few of each lane. */
  ahead(): number[] {
    return this.lanes.flatMap(({ next, look }) => {
      const open = Math.max(0, Math.ceil((this.chunks - next) / this.lanes.length));
      return Array.from({ length: Math.min(open, look) }, (_, step) => next + step * this.lanes.length);
    });
  }

  /**
   * @param closed those of the chunks ahead that are closed; a chunk that was added before is left out
   * @returns whether so many are closed that there may be more
   */
  add(closed: ReadonlyMap<number, ClosedCounts>): boolean {
    let isMore = false;
    for (const lane of this.lanes) {
      let added = 0;
      for (let counts = closed.get(lane.next); counts; counts = closed.get(lane.next)) {
        this.sum.total += counts.total;
        this.sum.notAttempted += counts.notAttempted;
        lane.next += this.lanes.length;
        added++;
      }
      const isFull = added >= lane.look;
      lane.look = isFull ? Math.min(2 * lane.look, longestLook) : firstLook;
      isMore ||= isFull && lane.next < this.chunks;
    }
    return isMore;
  }
}

/** How far the reading of a file is. Each line is looked at twice: counted first, then checked. */
export interface Reading {
  /** Lines that are known of so far. */
  linesSeen: number;
  /** Checked, of all; none while the lines are being counted. */
  linesDone: number;
  linesTotal: number;
  /** 0 to 1, of all of the reading. */
  share: number;
  /** How many lines the file seems to have while they are being counted. */
  linesExpected?: number;
}

/** Counting takes about a third of the time that reading takes (`npm run bench -- whole`). */
const countingShare = 0.35;

/** @param share of the file's bytes that were read */
export const counting = (linesSeen: number, share: number): Reading => ({
  linesSeen,
  linesDone: 0,
  linesTotal: 0,
  share: countingShare * Math.min(1, share),
  linesExpected: share > 0 ? Math.round(linesSeen / Math.min(1, share)) : linesSeen,
});

export const checking = (linesDone: number, linesTotal: number): Reading => ({
  linesSeen: linesTotal,
  linesDone,
  linesTotal,
  share: countingShare + (1 - countingShare) * (linesTotal === 0 ? 0 : linesDone / linesTotal),
});

/** The plan of an undo, whose lines need not be counted. */
export const undoing = (linesDone: number, linesTotal: number): Reading => ({
  linesSeen: linesTotal,
  linesDone,
  linesTotal,
  share: linesTotal === 0 ? 0 : linesDone / linesTotal,
});

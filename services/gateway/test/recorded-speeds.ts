import type { ImportPhase } from '@roundtrip/contracts';
import type { ImportKind } from '@roundtrip/database';

/** Lines a second in each second of a phase. */
export type Speeds = Record<ImportPhase, readonly number[]>;

export interface Recording {
  name: string;
  kind: ImportKind;
  speeds: Speeds;
}

/** Real imports of 300,000 lines with all servers on the same two cores: seconds in which nothing else wanted them. */
export const recordedSpeeds: readonly Recording[] = [
  {
    name: 'a check',
    kind: 'check',
    speeds: {
      reading: [60_900, 89_000, 76_700, 76_800],
      deciding: [19_800, 28_300, 23_500, 26_000, 27_300, 27_900, 24_500, 24_900],
      reporting: [428_600],
    },
  },
  {
    name: 'an update of a third of the lines',
    kind: 'update',
    speeds: {
      reading: [65_600, 63_000, 71_800, 62_000],
      deciding: [
        13_300, 15_900, 17_300, 18_800, 18_600, 18_500, 14_800, 13_600, 13_400, 15_900, 18_400, 19_600, 17_400, 17_300,
        15_000, 18_000, 19_300, 18_800,
      ],
      reporting: [300_600],
    },
  },
];

/** The whole of an update of nearly all lines while other work came and went: hardly two seconds are alike. */
export const busyMachine: Recording = {
  name: 'an update of nearly all lines',
  kind: 'update',
  speeds: {
    reading: [
      26_500, 8_500, 13_600, 17_100, 41_000, 39_000, 23_500, 4_900, 16_600, 9_700, 18_900, 27_400, 8_800, 8_400, 5_500,
      11_800, 14_000,
    ],
    deciding: [
      1_100, 1_100, 1_200, 1_400, 1_600, 1_600, 1_600, 1_900, 2_000, 1_900, 3_600, 1_400, 2_400, 2_600, 2_400, 1_500,
      3_400, 2_900, 1_200, 2_600, 2_800, 2_700, 2_700, 2_500, 1_100, 1_100, 1_300, 1_500, 1_500, 1_500, 2_300, 2_900,
      1_800, 1_500, 1_500, 1_500, 3_300, 5_500, 3_300, 1_300, 600, 4_100, 1_800, 1_100, 1_700, 2_400, 4_400, 3_400,
      3_400, 2_500, 2_200, 1_200, 1_200, 1_400, 1_400, 1_400, 1_400, 1_700, 2_900, 6_200, 3_700, 3_400, 3_400, 3_600,
      3_000, 2_700, 1_900, 1_400, 1_200, 1_200, 1_200, 2_700, 3_300, 2_500, 1_800, 1_300, 1_300, 1_300, 800, 600, 600,
      900, 1_200, 1_200, 1_400, 1_400, 1_800, 2_300, 3_500, 3_800, 2_100, 1_600, 8_400, 4_600, 5_100, 5_300, 3_200,
      2_300, 1_400, 1_600, 2_000, 2_000, 1_400, 1_300, 1_300, 2_400, 2_600, 3_000, 5_700, 5_200, 4_600, 3_000, 900,
      1_100, 1_300, 1_300, 2_000, 1_500, 1_500, 2_000, 2_500, 2_500, 2_500, 2_000, 1_700, 1_000, 1_400, 2_600, 2_200,
      1_800, 1_800, 1_800, 1_500, 1_000,
    ],
    reporting: [
      16_400, 16_800, 23_400, 10_200, 22_000, 12_400, 22_300, 13_100, 11_400, 6_500, 10_900, 11_300, 14_200, 18_600,
      23_100, 26_100, 26_100, 26_100,
    ],
  },
};

import type { EncodingReading } from '@roundtrip/contracts';
import type { ImportDetails } from '@roundtrip/gateway/api';

const isWhole = ({ words }: EncodingReading): boolean => words.every((word) => !word.includes('\uFFFD'));

/**
 * The readings that a person has to choose among; undefined when the encoding is no question. What an encoding has no letter for is less
 * likely to be meant: such readings come last.
 */
export function readingsOf({ warnings, firstErrors }: Pick<ImportDetails, 'warnings' | 'firstErrors'>) {
  const readings = [...warnings, ...firstErrors].find((issue) => issue.readings !== undefined)?.readings;
  return readings && [...readings.filter(isWhole), ...readings.filter((reading) => !isWhole(reading))];
}

/** One put of a key: what its bytes hash to, and whether the store has said that it has them. */
export interface Attempt {
  sha256: string;
  isAcknowledged: boolean;
}

/** `lost`: acknowledged and gone. `older`: what an acknowledged put had replaced is back. `torn`: bytes that nobody has put as a whole. */
export type Fault = 'lost' | 'older' | 'torn';

/**
 * What is wrong with the bytes that stand at a key after a crash: the last that was acknowledged must, what was put after it may stand there.
 *
 * @param attempts in the order in which they were made, one after the other
 * @param found the hash of what stands there, undefined for nothing
 */
export function faultOf(attempts: readonly Attempt[], found: string | undefined): Fault | undefined {
  const last = attempts.findLastIndex(({ isAcknowledged }) => isAcknowledged);
  if (found === undefined) return last === -1 ? undefined : 'lost';
  if (attempts.slice(Math.max(last, 0)).some(({ sha256 }) => sha256 === found)) return undefined;
  return attempts.some(({ sha256 }) => sha256 === found) ? 'older' : 'torn';
}

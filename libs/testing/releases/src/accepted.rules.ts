/** A breaking change that is wanted: as it is reported, and why it breaks nobody, or whom it may break. */
export interface Accepted {
  change: string;
  because: string;
}

/**
 * Holds breaking changes against those that are wanted.
 *
 * @returns those that nobody has accepted, and acceptances of what is not there (any more)
 */
export function notAccepted(changes: readonly string[], accepted: readonly Accepted[]): string[] {
  const wanted = accepted.filter(({ because }) => because.trim() !== '').map(({ change }) => change);
  return [
    ...changes.filter((change) => !wanted.includes(change)),
    ...wanted.filter((change) => !changes.includes(change)).map((change) => `accepted, and not there: ${change}`),
  ];
}

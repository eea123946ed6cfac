/** Something is not as it must be: one clear sentence for whoever runs the tour. */
export class TourProblem extends Error {
  override readonly name = 'TourProblem';
}

export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new TourProblem(sentence);
}

/** Compares what can be written as JSON. */
export function mustBe(what: string, actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  must(is === should, `${what} must be ${should}, but is ${is}.`);
}

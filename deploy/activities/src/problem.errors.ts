/** One sentence for whoever typed the command. */
export class ActivitiesProblem extends Error {
  override readonly name = 'ActivitiesProblem';
}

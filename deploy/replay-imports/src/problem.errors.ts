/** One sentence for whoever typed the command. */
export class ReplayProblem extends Error {
  override readonly name = 'ReplayProblem';
}

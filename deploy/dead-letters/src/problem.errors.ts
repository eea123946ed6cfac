/** One sentence for whoever typed the command. */
export class DeadLettersProblem extends Error {
  override readonly name = 'DeadLettersProblem';
}

/** Something that whoever gives the command can put right; the message says how. */
export class InstitutionsProblem extends Error {
  override readonly name = 'InstitutionsProblem';
}

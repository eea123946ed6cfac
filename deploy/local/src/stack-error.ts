/**
 * A reason to give up that the person at the terminal can act on: one sentence that says what is wrong and what to do.
 * Everything else that is thrown is a fault of ours and is printed with its stack.
 */
export class StackError extends Error {
  override name = 'StackError';
}

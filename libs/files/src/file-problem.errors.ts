import type { FileCode } from '@roundtrip/contracts';
import type { Sentence } from '@roundtrip/words/sentence';

export interface FileProblemPlace {
  line?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
  part?: number | undefined;
}

/** A file that cannot be used as a whole: for its owner to read and to mend, not a fault of ours. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly hint?: readonly Sentence[];
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  /** In a file of several parts: which one, from 1. */
  readonly part?: number;

  constructor(
    readonly code: FileCode,
    /** What is wrong, and where. */
    readonly detail: readonly Sentence[],
    more: FileProblemPlace & { hint?: readonly Sentence[] | undefined } = {},
  ) {
    super(code);
    if (more.hint !== undefined) this.hint = more.hint;
    if (more.line !== undefined) this.line = more.line;
    if (more.column !== undefined) this.column = more.column;
    if (more.value !== undefined) this.value = more.value;
    if (more.part !== undefined) this.part = more.part;
  }
}

import type { FileCode } from '@roundtrip/contracts';

export interface FileProblemPlace {
  line?: number | undefined;
  column?: string | undefined;
  value?: string | undefined;
  part?: number | undefined;
}

/** A file that cannot be used as a whole: for its owner to read and to mend, not a fault of ours. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly hint?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  /** In a file of several parts: which one, from 1. */
  readonly part?: number;

  constructor(
    readonly code: FileCode,
    /** What is wrong, and where: a sentence for people. */
    readonly detail: string,
    more: FileProblemPlace & { hint?: string | undefined } = {},
  ) {
    super(detail);
    if (more.hint !== undefined) this.hint = more.hint;
    if (more.line !== undefined) this.line = more.line;
    if (more.column !== undefined) this.column = more.column;
    if (more.value !== undefined) this.value = more.value;
    if (more.part !== undefined) this.part = more.part;
  }
}

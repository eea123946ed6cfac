import { FileProblem, requireUpload } from '@roundtrip/files';
import { Problem } from '../http/problem.errors.js';

/** How many bytes tell what a file is. */
export const HEAD_BYTES = 4096;

/** @throws Problem 422 for what can be neither a .csv nor an .xlsx, nor hold one: what it is and what to do */
export function refuseOthers(head: Uint8Array): void {
  try {
    requireUpload(head);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw refusalOf(422, error);
  }
}

/** What is wrong with a file, as the answer to its upload. */
export const refusalOf = (status: number, { code, detail, hint }: FileProblem): Problem =>
  new Problem(status, code, [...detail, ...(hint ?? [])]);

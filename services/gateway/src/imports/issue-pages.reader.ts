import { Injectable } from '@nestjs/common';
import { issue, type Issue } from '@roundtrip/contracts';
import { ObjectStore } from '@roundtrip/files';
import { Problem } from '../http/problem.errors.js';

const RANGE_BYTES = 256 * 1024;
const NEWLINE = 10;

export interface IssuePage {
  issues: Issue[];
  /** Byte at which the next page begins; undefined at the end. */
  next?: number;
}

/** Reads pages out of a list of issues, one JSON a line: a position is a byte, so that the last page costs what the first does. */
@Injectable()
export class IssuePagesReader {
  constructor(private readonly objects: ObjectStore) {}

  /**
   * @param offset where a line begins
   * @throws ObjectNotFound
   * @throws Problem 400 when no line begins there
   */
  async page(objectKey: string, offset: number, limit: number): Promise<IssuePage> {
    const issues: Issue[] = [];
    let position = offset;
    let pending = Buffer.alloc(0);
    for (;;) {
      const range = await this.objects.getRange('reports', objectKey, position + pending.length, RANGE_BYTES);
      pending = Buffer.concat([pending, range]);
      for (let end = pending.indexOf(NEWLINE); end !== -1; end = pending.indexOf(NEWLINE)) {
        if (issues.length === limit) return { issues, next: position };
        issues.push(parseIssue(pending.subarray(0, end)));
        position += end + 1;
        pending = pending.subarray(end + 1);
      }
      if (range.length < RANGE_BYTES)
        return pending.length > 0 && issues.length === limit ? { issues, next: position } : { issues };
    }
  }
}

function parseIssue(line: Buffer): Issue {
  try {
    return issue.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw new Problem(
      400,
      'CURSOR_INVALID',
      'This cursor does not come from this list. Please start from its beginning.',
    );
  }
}

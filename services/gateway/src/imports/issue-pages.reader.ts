import { Injectable } from '@nestjs/common';
import { recordedIssue, type RecordedIssue } from '@roundtrip/contracts';
import { ObjectStore } from '@roundtrip/files';
import { sentence } from '@roundtrip/words';
import { Problem } from '../http/problem.errors.js';

const RANGE_BYTES = 256 * 1024;
/** A search goes so far at once. */
const MAX_RANGES = 16;
const NEWLINE = 10;

export interface IssuePage {
  issues: RecordedIssue[];
  /** Byte at which the next page begins; undefined at the end. */
  next?: number;
}

/** Reads pages out of a list of issues, one JSON a line: a position is a byte, so that the last page costs what the first does. */
@Injectable()
export class IssuePagesReader {
  constructor(private readonly objects: ObjectStore) {}

  /**
   * @param options.offset where a line begins
   * @param options.fits those that are looked for; a page of them may be short, or empty, and still have a next
   * @throws ObjectNotFound
   * @throws Problem 400 when no line begins there
   */
  async page(
    objectKey: string,
    {
      offset,
      limit,
      fits = () => true,
    }: { offset: number; limit: number; fits?: ((issue: RecordedIssue) => boolean) | undefined },
  ): Promise<IssuePage> {
    const issues: RecordedIssue[] = [];
    let position = offset;
    let pending = Buffer.alloc(0);
    for (let ranges = 1; ; ranges++) {
      const range = await this.objects.getRange('reports', objectKey, position + pending.length, RANGE_BYTES);
      pending = Buffer.concat([pending, range]);
      for (let end = pending.indexOf(NEWLINE); end !== -1; end = pending.indexOf(NEWLINE)) {
        if (issues.length === limit) return { issues, next: position };
        const issue = parseIssue(pending.subarray(0, end));
        if (fits(issue)) issues.push(issue);
        position += end + 1;
        pending = pending.subarray(end + 1);
      }
      if (range.length < RANGE_BYTES)
        return pending.length > 0 && issues.length === limit ? { issues, next: position } : { issues };
      if (ranges >= MAX_RANGES && position > offset) return { issues, next: position };
    }
  }
}

function parseIssue(line: Buffer): RecordedIssue {
  try {
    return recordedIssue.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw new Problem(400, 'CURSOR_INVALID', sentence('cursor-invalid'));
  }
}

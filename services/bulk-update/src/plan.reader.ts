import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { planChunkKey, type PlannedLine } from '@roundtrip/contracts';
import { ObjectStore } from '@roundtrip/files';
import type { AcceptedImport } from './outcomes.repository.js';

const inflate = promisify(gunzip);

@Injectable()
export class PlanReader {
  constructor(private readonly store: ObjectStore) {}

  /** The lines of one chunk: at most 1,000 lines or 1 MiB, so that they may be held in memory. */
  async read({ _id: importId, plan }: AcceptedImport, chunk: number): Promise<PlannedLine[]> {
    const object = await this.store.get('plans', planChunkKey(importId, chunk, plan.attempt));
    const text = (await inflate(await buffer(object))).toString('utf8');
    // Written by import-validation and checked there; parsing each line by schema would cost more than the decision.
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PlannedLine);
  }
}

import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { planChunkKey, type PlannedLine } from '@roundtrip/contracts';
import { ObjectStore, sha256 } from '@roundtrip/files';
import { PermanentFailure } from '@roundtrip/kafka';
import type { AcceptedImport } from './outcomes.repository.js';
import { linesOfChunk } from './planned-lines.js';

export const PLAN_CHANGED = 'PLAN_CHANGED';

const inflate = promisify(gunzip);

@Injectable()
export class PlanReader {
  constructor(private readonly store: ObjectStore) {}

  /**
   * The lines of one chunk: at most 1,000 lines or 1 MiB, so that they may be held in memory.
   *
   * @throws PermanentFailure PLAN_CHANGED when it is not what import-validation has written
   */
  async read({ _id: importId, plan }: AcceptedImport, chunk: number): Promise<PlannedLine[]> {
    const object = await this.store.get('plans', planChunkKey(importId, chunk, plan.attempt));
    const content = await buffer(object);
    if (plan.chunkHashes && plan.chunkHashes[chunk] !== sha256(content)) {
      throw new PermanentFailure('A chunk is not what was planned', { code: PLAN_CHANGED });
    }
    return linesOfChunk((await inflate(content, { chunkSize: inflatedBytes })).toString('utf8'));
  }
}

/** A chunk in one piece: zlib hands over the control for each. */
const inflatedBytes = 512 * 1024;

import { Injectable } from '@nestjs/common';
import type { DataType, Plan } from '@roundtrip/contracts';
import { chunkIdRange, Database } from '@roundtrip/database';
import { ObjectStore } from '@roundtrip/files';
import { PermanentFailure } from '@roundtrip/kafka';
import { ImportValidationConfig } from './config.js';
import { PlanWriter } from './plan.writer.js';
import { type Reading, undoing } from './reading.rules.js';
import { undoLayout, undoLine } from './undo.rules.js';

export interface Undo {
  importId: string;
  /** Names the objects of this plan. */
  attempt: string;
  institution: string;
  dataType: DataType;
  /** The import whose changes are taken back; it is over, so that its decisions do not change any more. */
  undoOf: string;
  /** Called between chunks; what it throws ends the work. */
  onLines: (reading: Reading) => Promise<void>;
}

/** The plan of an undo: made from the decisions of the first import, a chunk at a time, in the order of its file. */
@Injectable()
export class UndoPlanner {
  constructor(
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly config: ImportValidationConfig,
  ) {}

  /** @throws PermanentFailure when there is no such import, or it is not over */
  async plan({ importId, attempt, institution, dataType, undoOf, onLines }: Undo): Promise<Plan> {
    const undone = await this.database.validations.findOne({ _id: undoOf, institution, dataType });
    if (!undone?.plan) throw new PermanentFailure('The import that is to be undone is not there.');
    const outcome = await this.database.outcomes.findOne({ _id: undoOf }, { projection: { counts: 1 } });
    if (!outcome) throw new PermanentFailure('The import that is to be undone is not over.');
    const layout = undoLayout(undone.plan.fields, dataType);
    const writer = new PlanWriter(this.store, importId, attempt, this.config.PLAN_CHUNK_LINES);
    let lines = 0;
    try {
      const chunks = this.database.chunks
        .find({ _id: chunkIdRange(undoOf), institution }, { batchSize: 4, projection: { entries: 1 } })
        .sort({ _id: 1 });
      try {
        for await (const { entries } of chunks) {
          for (const entry of entries) await writer.add(undoLine(entry, lines++ + headerRows + 1, layout));
          await onLines(undoing(lines, Math.max(lines, outcome.counts.applied)));
        }
      } finally {
        await chunks.close();
      }
      const written = await writer.finish();
      return {
        attempt,
        ...written,
        lines,
        blankLines: 0,
        delimiter: undone.plan.delimiter,
        warnings: [],
        ...layout,
      };
    } finally {
      await writer.settle();
    }
  }
}

const headerRows = 1;

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { measureGauges } from '@roundtrip/service';
import { JobsRepository } from './jobs.repository.js';
import { workFigures, workGauges } from './work-figures.rules.js';

/** So many open jobs are looked at; of more the oldest are, and the figures stay below the truth. */
const LOOKED_AT = 20_000;

/**
 * Tells who scales the workers how much there is to do: lag says nothing, as `chunk-ready` never holds more than the lanes of each import. The
 * jobs are the gateway's, which is there when there is no worker. One reading of open jobs serves all figures, when somebody asks.
 */
@Injectable()
export class WorkGauges implements OnApplicationBootstrap {
  /** Chunks of the plans that are open: a plan is never changed. */
  private chunks = new Map<string, number>();

  constructor(private readonly jobs: JobsRepository) {}

  onApplicationBootstrap(): void {
    measureGauges(workGauges, () => this.read(new Date()));
  }

  private async read(now: Date): Promise<ReturnType<typeof workFigures>> {
    const open = await this.jobs.openWork(LOOKED_AT);
    const deciding = open.filter(({ progress }) => progress.phase?.name === 'deciding').map(({ _id }) => _id);
    const unknown = deciding.filter((importId) => !this.chunks.has(importId));
    const read = unknown.length === 0 ? new Map<string, number>() : await this.jobs.plannedChunks(unknown);
    this.chunks = new Map(deciding.map((importId) => [importId, this.chunks.get(importId) ?? read.get(importId) ?? 0]));
    return workFigures(open, (importId) => this.chunks.get(importId), now);
  }
}

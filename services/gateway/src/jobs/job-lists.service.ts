import { Injectable } from '@nestjs/common';
import type { Language } from '@roundtrip/contracts';
import type { ImportJobDocument, TemplateJobDocument } from '@roundtrip/database';
import { z } from 'zod';
import { type Page, type PageQuery, readCursor, toPage } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { JobQueueRepository, type Queued } from './job-queue.repository.js';
import { JobsRepository, type JobType } from './jobs.repository.js';

type JobOf<T extends JobType> = T extends 'template' ? TemplateJobDocument : ImportJobDocument;

const position = z.tuple([z.int(), z.string()]);

/** Templates and imports as lists, newest first. What is requested while somebody leafs through shifts no page. */
@Injectable()
export class JobLists {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly queue: JobQueueRepository,
  ) {}

  async page<T extends JobType, B>(
    type: T,
    { institution, language }: Pick<Principal, 'institution' | 'language'>,
    { limit, cursor }: PageQuery,
    toBody: (job: JobOf<T> & Queued, now: Date, language: Language) => B,
  ): Promise<Page<B>> {
    const after = readCursor(cursor, position);
    const from = after && { requestedAt: new Date(after[0]), jobId: after[1] };
    const found = await this.jobs.page(type, institution, from, limit + 1);
    const shown = await this.queue.withPositions(found as JobOf<T>[]);
    const now = new Date();
    return toPage(
      shown,
      limit,
      (job) => toBody(job, now, language),
      ({ requestedAt, _id }) => [requestedAt.getTime(), _id],
    );
  }
}

import { Readable } from 'node:stream';
import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { activityKinds, type Language } from '@roundtrip/contracts';
import type { Delimiter } from '@roundtrip/csv';
import type { Request } from 'express';
import { z } from 'zod';
import { fileAnswer } from '../http/file-answer.js';
import { type Page, pageOf, pageQuery, readCursor, toPage } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { type ActivityFilter, ActivitiesRepository } from './activities.repository.js';
import { type ActivityBody, activityBody } from './activities.schemas.js';
import { Activities } from './activities.service.js';
import { activitiesHeader, activityRecord, toActivityBody } from './activity.body.js';

/** Of a file, read at once. */
const PAGE = 500;

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const listActivities = route({
  operation: 'listActivities',
  method: 'get',
  path: '/v1/activities',
  tag: 'Activity',
  role: 'admin',
  summary: 'Who did what in your institution, the newest first.',
  description:
    'Sign-ins, keys, settings, definitions, targets, templates, imports, and every file with data of contacts that somebody fetched. With `Accept: text/csv` all of them come as a file, which is an activity, too.',
  query: pageQuery.extend({
    actor: z.string().min(1).max(100).optional().describe('Only of this person or key, by personId or keyId'),
    kind: z.enum(activityKinds).optional().describe('What was done'),
    from: moment.optional().describe('Only from this moment on'),
    to: moment.optional().describe('Only before this moment'),
  }),
  answers: {
    200: {
      description: 'A page of activities, or the file.',
      schema: pageOf(activityBody),
      media: ['text/csv'],
    },
  },
  problems: { 503: ['ACTIVITY_NOT_WRITTEN'] },
});

@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesRepository,
    private readonly record: Activities,
    private readonly institutions: InstitutionsRepository,
  ) {}

  @Serves(listActivities)
  async list(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof listActivities>,
    @Req() request: Request,
  ): Promise<Page<ActivityBody> | StreamableFile> {
    const { limit, cursor, ...filter } = input.query;
    if (request.accepts(['application/json', 'text/csv']) === 'text/csv') return this.file(who, filter);
    const before = readCursor(cursor, z.int().positive());
    const found = await this.activities.page(who.institution, filter, before, limit + 1);
    return toPage(
      found,
      limit,
      (activity) => toActivityBody(activity, who.language),
      ({ seq }) => seq,
    );
  }

  private async file(who: Principal, filter: ActivityFilter): Promise<StreamableFile> {
    const { delimiter } = await this.institutions.get(who.institution);
    const details = { file: 'activities', ...filter };
    await this.record.record(who, {
      kind: 'file-downloaded',
      subject: { type: 'activities', id: 'activities' },
      details,
    });
    const lines = this.lines(who.institution, filter, who.language, delimiter);
    return fileAnswer(Readable.from(lines), { name: 'activities.csv', type: 'text/csv; charset=utf-8' });
  }

  private async *lines(institution: string, filter: ActivityFilter, language: Language, delimiter: Delimiter) {
    yield activitiesHeader(delimiter);
    for (let before: number | undefined; ;) {
      const page = await this.activities.page(institution, filter, before, PAGE);
      yield page.map((activity) => activityRecord(activity, language, delimiter)).join('');
      before = page.at(-1)?.seq;
      if (page.length < PAGE) return;
    }
  }
}

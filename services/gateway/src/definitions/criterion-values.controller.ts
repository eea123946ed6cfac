import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { mediaTypeOf } from '@roundtrip/files';
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { fileAnswer } from '../http/file-answer.js';
import { type Page, pageOf, pageOfList, pageQuery } from '../http/page.js';
import type { Principal } from '../http/principal.js';
import { Input, Who } from '../http/request-params.js';
import type { RouteInput } from '../http/route-input.js';
import { route, Serves } from '../http/route.js';
import { InstitutionsRepository } from '../institution/institutions.repository.js';
import { criterionValuesCsv } from './criterion-values.csv.js';
import { type CriterionValueRow, criterionValueRows } from './criterion-values.rules.js';
import { criterionValueRow } from './criterion-values.schemas.js';
import { criterionValuesWorkbook } from './criterion-values.workbook.js';
import { DefinitionsRepository } from './definitions.repository.js';

const workbookType = mediaTypeOf('.xlsx');

export const listCriterionValues = route({
  operation: 'listCriterionValues',
  method: 'get',
  path: '/v1/criterion-values',
  tag: 'Definitions',
  role: 'viewer',
  summary: 'Access criterion values: every criterion and authorisation with its allowed values, one row a value.',
  description: `With \`Accept: text/csv\` all rows come as one file, in the delimiter of the institution; with \`Accept: ${workbookType}\` as a workbook.`,
  query: pageQuery,
  answers: {
    200: {
      description: 'A page of rows, or the file.',
      schema: pageOf(criterionValueRow),
      media: ['text/csv', workbookType],
    },
  },
});

@Controller()
export class CriterionValuesController {
  constructor(
    private readonly definitions: DefinitionsRepository,
    private readonly institutions: InstitutionsRepository,
  ) {}

  @Serves(listCriterionValues)
  async list(
    @Who() who: Principal,
    @Input() input: RouteInput<typeof listCriterionValues>,
    @Req() request: Request,
  ): Promise<Page<CriterionValueRow> | StreamableFile> {
    const wanted = request.accepts(['application/json', 'text/csv', workbookType]);
    if (wanted !== 'text/csv' && wanted !== workbookType) {
      return pageOfList(criterionValueRows(await this.definitions.load(who.institution), who.language), input.query);
    }
    const rows = criterionValueRows(await this.definitions.loadForExport(who.institution), who.language);
    if (wanted === workbookType) {
      const workbook = criterionValuesWorkbook(rows, new Date());
      return fileAnswer(workbook, { name: 'criterion-values.xlsx', type: workbookType });
    }
    const { delimiter } = await this.institutions.get(who.institution);
    const file = Buffer.from(criterionValuesCsv(rows, delimiter));
    return fileAnswer(Readable.from([file]), {
      name: 'criterion-values.csv',
      type: 'text/csv; charset=utf-8',
      sizeBytes: file.length,
    });
  }
}

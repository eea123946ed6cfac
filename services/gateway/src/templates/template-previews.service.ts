import { Injectable } from '@nestjs/common';
import type { TemplateDataType, TemplateFormat } from '@roundtrip/contracts';
import { planRule } from '@roundtrip/database';
import {
  cellIn,
  checkRule,
  shownFields,
  type TemplateContact,
  templateCells,
  templateHeader,
  templatePaths,
} from '@roundtrip/fields';
import { sentence } from '@roundtrip/words';
import { DefinitionsRepository } from '../definitions/definitions.repository.js';
import type { Principal } from '../http/principal.js';
import { invalid, Problem } from '../http/problem.errors.js';
import { HeavyReads } from '../reads/heavy-reads.service.js';
import { TargetsRepository } from '../targets/targets.repository.js';
import { wrongFields } from './template-fields.rules.js';
import { targetUnknown } from './templates.service.js';

interface Asked {
  dataType: TemplateDataType;
  targetId: string;
  format: TemplateFormat;
  fields?: string[] | undefined;
}

const LINES = 3;

/** How a template would begin if it were made now. */
@Injectable()
export class TemplatePreviews {
  constructor(
    private readonly targets: TargetsRepository,
    private readonly definitions: DefinitionsRepository,
    private readonly heavy: HeavyReads,
  ) {}

  /** @throws Problem 404 for an unknown target, 422 for a field or a rule that no template can be made of, 429 when too much is read at once */
  async preview({ institution }: Principal, { dataType, targetId, format, fields: wanted }: Asked, at: Date) {
    const [target, definitions] = await Promise.all([
      this.targets.find(institution, targetId),
      this.definitions.load(institution),
    ]);
    if (!target) throw targetUnknown();
    const wrong = wanted ? wrongFields(wanted, definitions[dataType], dataType) : [];
    if (wrong.length > 0) throw invalid(wrong);
    if (checkRule(target.rule, definitions).length > 0) {
      throw new Problem(422, 'RULE_INVALID', sentence('template-rule-unfit'));
    }
    const fields = shownFields(definitions, dataType, wanted).filter((field) => field !== undefined);
    const contacts = await this.heavy.run(institution, async (database, limit) => {
      const query = { rule: target.rule, definitions, at, institution };
      const { filter, options } = await planRule(database, query, limit);
      const projection = { _id: 0, ...Object.fromEntries(templatePaths(fields).map((path) => [path, 1])) };
      return database.contacts
        .find<TemplateContact>(filter, { projection, ...options, ...limit })
        .sort({ _id: 1 })
        .limit(LINES)
        .toArray();
    });
    const toCells = templateCells(dataType, fields);
    return {
      fields: fields.map(({ code }) => code),
      header: templateHeader(fields),
      lines: contacts.map((contact) => toCells(contact).map((cell) => cellIn(format, cell))),
    };
  }
}

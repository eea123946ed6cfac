import { Injectable } from '@nestjs/common';
import {
  activeFields,
  checkRule,
  Database,
  type Definitions,
  loadDefinitions,
  retryTransient,
  ruleFilter,
  type TargetDocument,
} from '@roundtrip/contacts';
import { type EventData, templateResolved, type templateRequested } from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import { TargetsRepository } from './targets.repository.js';

type Request = EventData<typeof templateRequested>;
type Resolution = EventData<typeof templateResolved>['resolution'];

/** Says what a template is made of: the rule and the definitions as they are at the moment, so that later changes do not matter. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly targets: TargetsRepository,
    private readonly events: EventPublisher,
  ) {}

  async resolve(request: Request, at: Date): Promise<void> {
    const [target, definitions] = await Promise.all([
      this.targets.find(request.institution, request.targetId),
      retryTransient(() => loadDefinitions(this.database, request.institution)),
    ]);
    await this.answer(request, at, await this.resolutionOf(request, target, definitions, at));
  }

  async giveUp(request: Request, at: Date): Promise<void> {
    const detail = 'The template could not be prepared because of a fault on our side. Please ask for it again.';
    await this.answer(request, at, refused('INTERNAL_ERROR', detail));
  }

  private async resolutionOf(
    { institution, dataType }: Request,
    target: TargetDocument | undefined,
    definitions: Definitions,
    at: Date,
  ): Promise<Resolution> {
    if (!target) {
      return refused(
        'TARGET_UNKNOWN',
        'The target no longer exists: it was deleted after the template was asked for. Choose another target.',
      );
    }
    const { _id: targetId, code, name, rule } = target;
    if (checkRule(rule, definitions).length > 0) {
      return refused(
        'RULE_INVALID',
        `The rule of the target "${name}" no longer fits the fields of the institution. Correct the target and ask again.`,
      );
    }
    const fields = activeFields(definitions, dataType).map((field) => ({
      code: field.code,
      name: field.name,
      kind: field.kind,
    }));
    if (fields.length === 0) {
      return refused('NO_ACTIVE_FIELDS', `There is nothing to edit: the institution has no active ${dataType}.`);
    }
    const filter = ruleFilter(rule, definitions, at, institution);
    const count = await retryTransient(() => this.database.contacts.countDocuments(filter));
    return { outcome: 'resolved', target: { targetId, code, name }, rule, fields, count };
  }

  private answer({ templateId, institution, dataType }: Request, at: Date, resolution: Resolution): Promise<void> {
    const resolvedAt = at.toISOString();
    return this.events.publish(templateResolved, { templateId, institution, dataType, resolvedAt, resolution });
  }
}

const refused = (code: string, detail: string): Resolution => ({ outcome: 'refused', code, detail });

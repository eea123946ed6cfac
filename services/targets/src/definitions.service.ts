import { Injectable } from '@nestjs/common';
import { definitionSaved, requestRefused } from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import type { Decision } from './decision.js';
import {
  decideAuthorisation,
  decideCriterion,
  decideCriterionValue,
  type DefinitionRequest,
} from './definition.rules.js';
import { inStoredLetters } from './definition-letters.rules.js';
import { DefinitionsRepository } from './definitions.repository.js';
import { toldRefusal } from './refusal.js';
import { RequestsRepository } from './requests.repository.js';
import { MAX_OVERTAKEN } from './store-version.js';

/** Creates and replaces criteria, their values and authorisations as users ask, and answers each request. */
@Injectable()
export class DefinitionsService {
  constructor(
    private readonly definitions: DefinitionsRepository,
    private readonly requests: RequestsRepository,
    private readonly events: EventPublisher,
  ) {}

  /** @throws UntrueMessage when nobody has asked for that */
  async save(said: Parameters<RequestsRepository['find']>[1]): Promise<void> {
    const asked = await this.requests.find('definition-save', said);
    const request = { ...asked, definition: inStoredLetters(asked.definition) };
    const { requestId, institution, definition } = request;
    const refusal = await this.requests.refusalOf(requestId);
    if (refusal) return this.events.publish(requestRefused, toldRefusal(refusal));
    const decision = await this.decideAndStore(request);
    if (decision.outcome === 'refused') {
      const standing = await this.requests.refuse(request, decision.refusal, new Date());
      return this.events.publish(requestRefused, toldRefusal(standing));
    }
    await this.events.publish(definitionSaved, {
      requestId,
      institution,
      type: definition.type,
      code: definition.code,
      ...(definition.type === 'criterion-value' && { valueCode: definition.value.code }),
      created: decision.created,
    });
  }

  private async decideAndStore(request: DefinitionRequest): Promise<Decision<unknown>> {
    for (let tries = 0; tries < MAX_OVERTAKEN; tries++) {
      const decision = await this.decideOnce(request);
      if (decision !== 'overtaken') return decision;
    }
    throw new Error('another worker saved the same definition again and again');
  }

  /** `overtaken`: another worker stored a version in between, so the decision was made on old data. */
  private async decideOnce(request: DefinitionRequest): Promise<Decision<unknown> | 'overtaken'> {
    const { institution, definition } = request;
    if (definition.type === 'authorisation') {
      const current = await this.definitions.authorisation(institution, definition.code);
      const others = await this.definitions.others(institution, 'authorisations');
      const decision = decideAuthorisation(current, request, definition, others);
      if (decision.outcome !== 'save') return decision;
      const stored = await this.definitions.storeAuthorisation(decision.document);
      return stored === 'stored' ? decision : 'overtaken';
    }
    const current = await this.definitions.criterion(institution, definition.code);
    const decision =
      definition.type === 'criterion'
        ? decideCriterion(current, request, definition, await this.definitions.others(institution, 'criteria'))
        : decideCriterionValue(current, request, definition);
    if (decision.outcome !== 'save') return decision;
    const stored = await this.definitions.storeCriterion(decision.document);
    return stored === 'stored' ? decision : 'overtaken';
  }
}

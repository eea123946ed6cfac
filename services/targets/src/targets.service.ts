import { Injectable } from '@nestjs/common';
import { Database, loadDefinitions, retryTransient, type TargetDocument } from '@roundtrip/contacts';
import {
  type EventData,
  requestRefused,
  targetDeleted,
  type targetDeleteRequested,
  targetSaved,
  type targetSaveRequested,
} from '@roundtrip/contracts';
import { EventPublisher } from '@roundtrip/kafka';
import type { Decision } from './decision.js';
import type { Refusal } from './refusal.js';
import { MAX_OVERTAKEN } from './store-version.js';
import { decideTarget, targetCodeTaken, targetUnknown } from './target.rules.js';
import { TargetsRepository } from './targets.repository.js';

type SaveRequest = EventData<typeof targetSaveRequested>;
type DeleteRequest = EventData<typeof targetDeleteRequested>;

/** Creates, replaces and deletes targets as users ask, and answers each request. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly targets: TargetsRepository,
    private readonly events: EventPublisher,
  ) {}

  async save(request: SaveRequest): Promise<void> {
    const { requestId, institution, targetId } = request;
    const decision = await this.decideAndStore(request);
    if (decision.outcome === 'refused') return this.refuse(request, decision.refusal);
    await this.events.publish(targetSaved, { requestId, institution, targetId, created: decision.created });
  }

  async delete(request: DeleteRequest): Promise<void> {
    const { requestId, institution, targetId, requestedAt } = request;
    const target = await this.targets.find(institution, targetId);
    if (target) await this.targets.delete(target, requestId, new Date(requestedAt));
    else if ((await this.targets.deletedBy(institution, targetId)) !== requestId) {
      return this.refuse(request, targetUnknown());
    }
    await this.events.publish(targetDeleted, { requestId, institution, targetId });
  }

  private async decideAndStore(request: SaveRequest): Promise<Decision<TargetDocument>> {
    const { institution, targetId, intent, code } = request;
    const definitions = await retryTransient(() => loadDefinitions(this.database, institution));
    for (let tries = 0; tries < MAX_OVERTAKEN; tries++) {
      const current = await this.targets.find(institution, targetId);
      // A target that was created and deleted since is not created again by a late copy of the request.
      if (!current && intent === 'create' && (await this.targets.deletedBy(institution, targetId)) !== undefined) {
        return { outcome: 'applied', created: true };
      }
      const decision = decideTarget(current, request, definitions);
      if (decision.outcome !== 'save') return decision;
      const stored = await this.targets.store(decision.document);
      if (stored === 'stored') return decision;
      const codeIsTaken =
        stored === 'taken' && (current !== undefined || !(await this.targets.find(institution, targetId)));
      if (codeIsTaken) return { outcome: 'refused', refusal: targetCodeTaken(code) };
    }
    throw new Error('another worker saved the same target again and again');
  }

  private async refuse({ requestId, institution }: SaveRequest | DeleteRequest, refusal: Refusal): Promise<void> {
    await this.events.publish(requestRefused, { requestId, institution, ...refusal });
  }
}

import { Injectable } from '@nestjs/common';
import { requestRefused, targetDeleted, targetSaved } from '@roundtrip/contracts';
import { Database, loadDefinitions, type TargetDocument } from '@roundtrip/database';
import { EventPublisher } from '@roundtrip/kafka';
import type { Decision } from './decision.js';
import { type Refusal, toldRefusal } from './refusal.js';
import { type RequestOf, RequestsRepository } from './requests.repository.js';
import { MAX_OVERTAKEN } from './store-version.js';
import { decideTarget, targetCodeTaken, targetUnknown } from './target.rules.js';
import { TargetsRepository } from './targets.repository.js';

type SaveRequest = RequestOf<'target-save'>;
type DeleteRequest = RequestOf<'target-delete'>;
type Said = Parameters<RequestsRepository['find']>[1];

/** Creates, replaces and deletes targets as users ask, and answers each request. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly targets: TargetsRepository,
    private readonly requests: RequestsRepository,
    private readonly events: EventPublisher,
  ) {}

  /** @throws UntrueMessage when nobody has asked for that */
  async save(said: Said): Promise<void> {
    const request = await this.requests.find('target-save', said);
    const { requestId, institution, targetId } = request;
    const refusal = await this.requests.refusalOf(requestId);
    if (refusal) return this.events.publish(requestRefused, toldRefusal(refusal));
    const decision = await this.decideAndStore(request);
    if (decision.outcome === 'refused') return this.refuse(request, decision.refusal);
    await this.events.publish(targetSaved, { requestId, institution, targetId, created: decision.created });
  }

  /** @throws UntrueMessage when nobody has asked for that */
  async delete(said: Said): Promise<void> {
    const request = await this.requests.find('target-delete', said);
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
    const definitions = await loadDefinitions(this.database, institution);
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

  private async refuse(request: SaveRequest | DeleteRequest, refusal: Refusal): Promise<void> {
    const standing = await this.requests.refuse(request, refusal, new Date());
    await this.events.publish(requestRefused, toldRefusal(standing));
  }
}

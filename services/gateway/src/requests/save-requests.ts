import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  definitionSaved,
  definitionSaveRequested,
  type EventData,
  requestRefused,
  requestRefusedV1,
  targetDeleted,
  targetDeleteRequested,
  targetSaved,
  targetSaveRequested,
} from '@roundtrip/contracts';
import type { RefusalDocument, SaveRequestDocument } from '@roundtrip/database';
import { EventPublisher, TopicFollower } from '@roundtrip/kafka';
import { withTimeout } from '@roundtrip/service';
import { requestIsAbout } from '@roundtrip/tracing';
import { GatewayConfig } from '../config.js';
import { Problem } from '../http/problem.errors.js';
import { COMMAND_MS } from '../http/deadlines.js';
import { SaveRequestsRepository } from './save-requests.repository.js';
import { WaitingRequests } from './waiting-requests.js';

const outcomes = [targetSaved, targetDeleted, definitionSaved, requestRefused, requestRefusedV1];

type Refusal = EventData<typeof requestRefused>;
type RefusalV1 = EventData<typeof requestRefusedV1>;
type RefusalWords = Pick<RefusalDocument, 'status' | 'code' | 'detail' | 'errors'>;
type Saved = EventData<typeof targetSaved> | EventData<typeof targetDeleted> | EventData<typeof definitionSaved>;
export type SaveOutcome = { state: 'done'; outcome: Saved } | { state: 'open' };

/** Requests to save go to Kafka; what became of them is awaited, since the person who saves wants to know. */
@Injectable()
export class SaveRequests implements OnModuleInit, OnApplicationShutdown {
  private readonly waiting = new WaitingRequests<Saved | Refusal | RefusalV1>();
  private following?: { stop(): Promise<void> };

  constructor(
    private readonly requests: SaveRequestsRepository,
    private readonly events: EventPublisher,
    private readonly topics: TopicFollower,
    private readonly config: GatewayConfig,
  ) {}

  async onModuleInit(): Promise<void> {
    this.following = await this.topics.follow(outcomes, (_definition, data) => {
      const outcome = data as Saved | Refusal | RefusalV1;
      this.waiting.settle(outcome.requestId, outcome);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.following?.stop();
  }

  /**
   * Resolves with `open` when there is no outcome in time: the command stands, and will be fulfilled or refused later.
   *
   * @throws Problem with the refusal
   * @throws DependencyAway, TookTooLong when Kafka does not take the command
   */
  async ask(request: SaveRequestDocument): Promise<SaveOutcome> {
    const answer = this.waiting.waitFor(request._id);
    try {
      await withTimeout(COMMAND_MS, this.say(request));
      const outcome = await answer.within(this.config.SAVE_WAIT_MS);
      if (outcome === undefined) return { state: 'open' };
      if ('status' in outcome) throw refused(await this.wordsOf(outcome));
      return { state: 'done', outcome };
    } finally {
      answer.forget();
    }
  }

  /** First it is written, then it is said. */
  private async say(request: SaveRequestDocument): Promise<void> {
    const { stands, isNew } = await this.requests.insert(request);
    requestIsAbout(stands._id, isNew);
    await this.publish(stands);
  }

  private publish({ _id: requestId, institution, requestedAt: at, wish: command }: SaveRequestDocument): Promise<void> {
    const request = { requestId, institution, requestedAt: at.toISOString() };
    switch (command.type) {
      case 'target-save':
        return this.events.publish(targetSaveRequested, { ...request, targetId: command.targetId });
      case 'target-delete':
        return this.events.publish(targetDeleteRequested, { ...request, targetId: command.targetId });
      case 'definition-save': {
        const { type, code } = command.definition;
        return this.events.publish(definitionSaveRequested, { ...request, type, code });
      }
    }
  }

  private async wordsOf(refusal: Refusal | RefusalV1): Promise<RefusalWords> {
    if ('detail' in refusal) return refusal;
    const { detail, errors } = await withTimeout(COMMAND_MS, this.requests.refusal(refusal.requestId));
    return { ...refusal, detail, errors };
  }
}

const refused = ({ status, code, detail, errors }: RefusalWords): Problem =>
  new Problem(status, code, detail, { errors });

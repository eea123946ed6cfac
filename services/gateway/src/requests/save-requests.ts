import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  definitionSaved,
  type EventData,
  type EventDefinition,
  requestRefused,
  targetDeleted,
  targetSaved,
} from '@roundtrip/contracts';
import { EventPublisher, followTopics, kafkaAccess } from '@roundtrip/kafka';
import { CONFIG } from '@roundtrip/service';
import type { Config } from '../config.js';
import { Problem } from '../http/problem.errors.js';
import { within } from '../http/within.js';
import { WaitingRequests } from './waiting-requests.js';

const outcomes = [targetSaved, targetDeleted, definitionSaved, requestRefused];

/** Kafka's own patience is longer than a client's. */
export const PUBLISH_MS = 4_000;

type Refusal = EventData<typeof requestRefused>;
type Saved = EventData<typeof targetSaved> | EventData<typeof targetDeleted> | EventData<typeof definitionSaved>;
export type SaveOutcome = { state: 'done'; outcome: Saved } | { state: 'open' };

/** Wishes to save go to Kafka; what became of them is awaited, since the person who saves wants to know. */
@Injectable()
export class SaveRequests implements OnModuleInit, OnApplicationShutdown {
  private readonly waiting = new WaitingRequests<Saved | Refusal>();
  private following?: { stop(): Promise<void> };

  constructor(
    private readonly events: EventPublisher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    this.following = await followTopics({
      ...kafkaAccess(this.config),
      service: 'gateway',
      events: outcomes,
      onEvent: (_definition, data) => {
        const outcome = data as Saved | Refusal;
        this.waiting.settle(outcome.requestId, outcome);
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.following?.stop();
  }

  /**
   * Resolves with `open` when there is no outcome in time: the wish stands, and will be fulfilled or refused later.
   *
   * @throws Problem with the refusal
   * @throws DependencyAway, TookTooLong when Kafka does not take the wish
   */
  async ask<D extends EventDefinition>(
    definition: D,
    data: EventData<D> & { requestId: string },
  ): Promise<SaveOutcome> {
    const answer = this.waiting.waitFor(data.requestId);
    try {
      await within(PUBLISH_MS, this.events.publish(definition, data));
      const outcome = await answer.within(this.config.SAVE_WAIT_MS);
      if (outcome === undefined) return { state: 'open' };
      if ('status' in outcome) throw refused(outcome);
      return { state: 'done', outcome };
    } finally {
      answer.forget();
    }
  }
}

const refused = ({ status, code, detail, errors }: Refusal): Problem => new Problem(status, code, detail, { errors });

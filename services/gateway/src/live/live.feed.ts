import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Repeater } from '@roundtrip/service';
import { ApiKeysRepository } from '../api-keys/api-keys.repository.js';
import { JobQueueRepository, type Queued } from '../jobs/job-queue.repository.js';
import { type JobDocument, JobsRepository } from '../jobs/jobs.repository.js';
import { SessionsRepository } from '../session/sessions.repository.js';
import { CHECK_AFTER_MS } from '../sign-in/person-sessions.service.js';
import type { LiveClient } from './live.client.js';
import { LOOK_BACK_MS, type LivePosition } from './live.position.js';

const LOOK_MS = 500;
const KEYS_MS = 2_000;
const HEARTBEAT_MS = 15_000;

/**
 * What changes, told to everybody who listens at this process. The database is asked with one query for all of them, so that it does
 * not matter which gateway wrote the change, and with none while nobody listens.
 */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LiveFeed.name);
  private readonly clients = new Set<LiveClient>();
  private position = new Date();
  private readonly repeaters = [
    new Repeater(LOOK_MS, () => this.look(new Date()), this.logger),
    new Repeater(KEYS_MS, () => this.endUnauthorised(new Date()), this.logger),
  ];
  private heart: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobsRepository,
    private readonly queue: JobQueueRepository,
    private readonly keys: ApiKeysRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.heart = setInterval(() => this.clients.forEach((client) => client.heartbeat()), HEARTBEAT_MS);
    this.heart.unref();
  }

  /** Clients come back by themselves, to another gateway if need be; an open stream would hold up the stop. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.heart);
    this.clients.forEach((client) => client.end());
    this.clients.clear();
    await Promise.all(this.repeaters.map((repeater) => repeater.stop()));
  }

  /**
   * The client gets every change since its last position, then every change from now on. Not both at a time: were the connection lost
   * meanwhile, the id of a new event would hide the old ones that were not sent yet. What changes in between is found by looking back.
   */
  async join(client: LiveClient, last: LivePosition | undefined): Promise<void> {
    if (last) await this.catchUp(client, last);
    if (!client.isOpen) return;
    if (this.clients.size === 0) {
      this.position = new Date();
      for (const repeater of this.repeaters) repeater.start();
    }
    this.clients.add(client);
  }

  /** Nothing is looked for while nobody listens. */
  leave(client: LiveClient): void {
    this.clients.delete(client);
    if (this.clients.size === 0) for (const repeater of this.repeaters) void repeater.stop();
  }

  private async catchUp(client: LiveClient, last: LivePosition): Promise<void> {
    const since = new Date(last.changedAt.getTime() - LOOK_BACK_MS);
    for await (const job of this.changed([client.principal.institution], since)) {
      if (!client.isOpen) return;
      const seen = job._id === last.jobId && job.changedAt.getTime() === last.changedAt.getTime();
      if (!seen) client.send(job, new Date());
    }
  }

  private async look(now: Date): Promise<void> {
    const institutions = [...new Set(Array.from(this.clients, ({ principal }) => principal.institution))];
    const since = new Date(this.position.getTime() - LOOK_BACK_MS);
    for await (const job of this.changed(institutions, since)) {
      for (const client of this.clients) client.send(job, now);
      if (job.changedAt > this.position) this.position = job.changedAt;
    }
    this.clients.forEach((client) => client.forgetBefore(this.position));
  }

  private async *changed(institutions: readonly string[], since: Date): AsyncGenerator<JobDocument & Queued> {
    for await (const page of this.jobs.changedSince(institutions, since)) yield* await this.queue.withPositions(page);
  }

  /** Whose key is gone, or whose session is over. A person comes back after a while, and is looked at again then. */
  private async endUnauthorised(now: Date): Promise<void> {
    const listening = Array.from(this.clients, ({ principal }) => principal);
    const shown = listening.flatMap(({ type, id }) => (type === 'key' ? [id] : []));
    const keys = await this.keys.live([...new Set(shown)], now);
    const sessions = await this.sessions.existing(listening.flatMap(({ sessionId }) => sessionId ?? []));
    for (const client of this.clients) {
      const { type, id, sessionId, expiresAt } = client.principal;
      const isKnown = type === 'person' ? now.getTime() - client.since.getTime() < CHECK_AFTER_MS : keys.has(id);
      const isSession = sessionId === undefined || sessions.has(sessionId);
      if (isKnown && isSession && (expiresAt === undefined || expiresAt > now)) continue;
      this.leave(client);
      client.end();
    }
  }
}

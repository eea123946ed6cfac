import { catalogue, type EventDefinition, type ServiceName } from '@roundtrip/contracts';
import type { KafkaAccess } from './kafka-access.js';

export type Outcome = 'handled' | 'set-aside' | 'not-acknowledged';

/** Told what happens to messages, for metrics; must not throw. */
export interface DeliveryObserver {
  settled?(record: { topic: string; outcome: Outcome; seconds: number }): void;
  retried?(record: { topic: string }): void;
  /** Kafka has what was said. */
  published?(record: { topic: string; seconds: number }): void;
}

export interface KafkaSettings extends KafkaAccess {
  service: ServiceName;
  /** Consumer group. */
  groupId: string;
  /** Messages of one topic that are worked on at the same time in this process. */
  concurrency: number;
  /** How long a member may be silent before its partitions go to others. */
  sessionTimeoutMs: number;
  /** How long running handlers may go on after the stop began, before their signal fires. */
  stopGraceMs: number;
  /** Waits before the second, third … try of a failed message; their number is the number of retries. */
  retryDelaysMs: readonly number[];
  /** First and longest wait between tries while a dependency is away. */
  awayDelayMs: { first: number; longest: number };
  /** Errors that mean: a dependency is away. `DependencyAway` always does. */
  isAway: readonly ((error: unknown) => boolean)[];
  observer: DeliveryObserver;
  /** The service does not start unless it reads every topic of these that names it as a consumer. */
  catalogue: readonly EventDefinition[];
  /** The consumer has crashed for good. */
  onCrash: (error: Error) => void;
}

/** What a process says itself. */
export type KafkaOptions = KafkaAccess & { service: ServiceName } & Partial<KafkaSettings>;

export const KAFKA_SETTINGS = Symbol('KAFKA_SETTINGS');

export const kafkaDefaults = {
  concurrency: 4,
  sessionTimeoutMs: 30_000,
  stopGraceMs: 20_000,
  retryDelaysMs: [500, 2_000, 5_000],
  awayDelayMs: { first: 500, longest: 5_000 },
  isAway: [],
  observer: {},
  catalogue,
  // A process that consumes nothing any more is of no use; whoever started it starts it again.
  onCrash: () => process.exit(1),
} satisfies Partial<KafkaSettings>;

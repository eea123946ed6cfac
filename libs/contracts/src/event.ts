import { z } from 'zod';

/** The six services; the producer of a topic is the first part of its name. */
export const services = [
  'gateway',
  'targets',
  'template-export',
  'import-validation',
  'bulk-update',
  'notifications',
] as const;
export type ServiceName = (typeof services)[number];

export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  /** Topic name: `<service that says it>.<what happened>.v<N>`. */
  readonly topic: string;
  readonly producer: ServiceName;
  /** One sentence for the catalogue and AsyncAPI. */
  readonly says: string;
  readonly consumers: readonly ServiceName[];
  readonly data: S;
  /** What the order matters for: the Kafka message key. */
  readonly key: (data: z.infer<S>) => string;
  /** Derived, never random: the same business fact always has the same event id, so that consumers can drop repeats. */
  readonly id: (data: z.infer<S>) => string;
}

export type EventData<D extends EventDefinition> = z.infer<D['data']>;

/** Of those that an event names, the first is what it is about. */
const subjects = ['importId', 'templateId', 'jobId', 'requestId'] as const;

/**
 * The id of what an event is about: a template, an import, or the wish to save something. Everything that came of one click is about the
 * same, and the ids of its events begin with it.
 */
export function subjectOf(data: unknown): string | undefined {
  const said = Object(data) as Partial<Record<string, unknown>>;
  return subjects.map((name) => said[name]).find((id) => typeof id === 'string');
}

/**
 * Declares a versioned, schema-checked message. The topic's first part names the producer.
 *
 * @throws Error when the topic name is not `<service>.<what happened>.v<N>`
 */
export function event<S extends z.ZodType>(
  topic: string,
  definition: Pick<EventDefinition<S>, 'says' | 'consumers' | 'data' | 'key' | 'id'>,
): EventDefinition<S> {
  const match = /^([a-z-]+)\.[a-z-]+\.v[1-9]\d*$/.exec(topic);
  const producer = services.find((service) => service === match?.[1]);
  if (!producer) throw new Error(`"${topic}" is not <service>.<what happened>.v<N>`);
  return { topic, producer, ...definition };
}

import type { EventDefinition, ServiceName } from '@roundtrip/contracts';

/** Topics that name the service among their consumers, and that it does not read: their messages would be lost without a word. */
export const unhandledTopics = (
  service: ServiceName,
  definitions: readonly EventDefinition[],
  isRead: (topic: string) => boolean,
): string[] =>
  definitions.filter(({ topic, consumers }) => consumers.includes(service) && !isRead(topic)).map(({ topic }) => topic);

import * as bulkUpdate from './bulk-update.events.js';
import { type EventDefinition, type ServiceName, services } from './event.js';
import * as gateway from './gateway.events.js';
import * as importValidation from './import-validation.events.js';
import * as notifications from './notifications.events.js';
import * as targets from './targets.events.js';
import * as templateExport from './template-export.events.js';

const isEvent = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'topic' in value && 'data' in value;

/** Every event of the product, in the order of the flow. Documents, topic creation and AsyncAPI come from this list. */
export const catalogue: readonly EventDefinition[] = [
  gateway,
  targets,
  templateExport,
  importValidation,
  bulkUpdate,
  notifications,
].flatMap((module) => Object.values<unknown>(module).filter(isEvent));

export const deadLetterTopic = (service: ServiceName): string => `${service}.dlq`;

/** Every topic that must exist before a service starts, dead letter topics included. */
export const allTopics: readonly string[] = [
  ...catalogue.map((definition) => definition.topic),
  ...services.map(deadLetterTopic),
];

import { catalogue, deadLetterTopic, type ServiceName, services } from '@roundtrip/contracts';
import kafkajs, { type AclEntry } from 'kafkajs';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** The user of a service has the service's name. */
export const principalOf = (service: ServiceName): string => `User:${service}`;

interface Right {
  resourceType: number;
  name: string;
  pattern?: number;
  operations: readonly number[];
}

const { READ, WRITE, DELETE, DESCRIBE } = AclOperationTypes;
const topic = (name: string, ...operations: number[]): Right => ({
  resourceType: AclResourceTypes.TOPIC,
  name,
  operations: [...operations, DESCRIBE],
});
const group = (name: string, pattern: number, ...operations: number[]): Right => ({
  resourceType: AclResourceTypes.GROUP,
  name,
  pattern,
  operations: [...operations, DESCRIBE],
});

/**
 * What a service may do, as the catalogue says it: write the topics that it publishes, read those that it consumes, write its dead letters, and be a
 * member of its own groups (follow-topics.ts makes some that it deletes again).
 */
const rightsOf = (service: ServiceName): Right[] => [
  ...catalogue.filter(({ producer }) => producer === service).map((definition) => topic(definition.topic, WRITE)),
  ...catalogue
    .filter(({ consumers }) => consumers.includes(service))
    .map((definition) => topic(definition.topic, READ)),
  topic(deadLetterTopic(service), WRITE),
  group(service, ResourcePatternTypes.LITERAL, READ),
  group(`${service}.follow.`, ResourcePatternTypes.PREFIXED, READ, DELETE),
];

/** All rights of the six services; what is not among them nobody may do but a super user. */
export const aclsOfServices = (): AclEntry[] =>
  services.flatMap((service) => {
    const entries = rightsOf(service).flatMap(({ resourceType, name, pattern, operations }) =>
      operations.map((operation): AclEntry => ({
        principal: principalOf(service),
        host: '*',
        resourceType,
        resourceName: name,
        resourcePatternType: pattern ?? ResourcePatternTypes.LITERAL,
        operation,
        permissionType: AclPermissionTypes.ALLOW,
      })),
    );
    return [...new Map(entries.map((entry) => [aclKey(entry), entry])).values()];
  });

export const aclKey = ({
  principal,
  host,
  resourceType,
  resourceName,
  resourcePatternType,
  operation,
}: AclEntry): string => [principal, host, resourceType, resourcePatternType, resourceName, operation].join(' ');

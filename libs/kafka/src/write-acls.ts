import { services } from '@roundtrip/contracts';
import kafkajs, { type AclEntry, type Admin } from 'kafkajs';
import { aclKey, aclsOfServices, principalOf } from './acl.rules.js';
import { briefRetry, createKafka } from './create-kafka.js';
import type { KafkaAccess } from './kafka-access.js';
import { withAdmin } from './with-admin.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, KafkaJSProtocolError, ResourcePatternTypes } = kafkajs;

/**
 * Gives the six services the rights that the catalogue says, and takes those away that it does not say any more. Rights of others stay as
 * they are.
 *
 * @returns how many were added and taken away; undefined when this Kafka has no authorizer, so that everybody may do everything
 */
export async function writeAcls(access: KafkaAccess): Promise<{ added: number; removed: number } | undefined> {
  return withAdmin(createKafka({ clientId: 'create-topics', access, retry: briefRetry }), async (admin) => {
    const there = await aclsThere(admin);
    if (there === undefined) return undefined;
    const wanted = new Map(aclsOfServices().map((entry) => [aclKey(entry), entry]));
    const missing = [...wanted].flatMap(([key, entry]) => (there.has(key) ? [] : [entry]));
    const tooMany = [...there].flatMap(([key, entry]) => (wanted.has(key) ? [] : [entry]));
    if (missing.length > 0) await admin.createAcls({ acl: missing });
    if (tooMany.length > 0) await admin.deleteAcls({ filters: tooMany });
    return { added: missing.length, removed: tooMany.length };
  });
}

/** What the services may do at the moment, topics and groups alone; undefined without an authorizer. */
async function aclsThere(admin: Admin): Promise<Map<string, AclEntry> | undefined> {
  const ours = new Set(services.map(principalOf));
  const kinds: number[] = [AclResourceTypes.TOPIC, AclResourceTypes.GROUP];
  try {
    const { resources } = await admin.describeAcls({
      resourceType: AclResourceTypes.ANY,
      resourcePatternType: ResourcePatternTypes.ANY,
      operation: AclOperationTypes.ANY,
      permissionType: AclPermissionTypes.ALLOW,
    });
    const entries = resources.flatMap(({ acls, resourceType, resourceName, resourcePatternType }) =>
      acls.map((acl): AclEntry => ({ ...acl, resourceType, resourceName, resourcePatternType })),
    );
    const known = entries.filter(({ principal, resourceType }) => ours.has(principal) && kinds.includes(resourceType));
    return new Map(known.map((entry) => [aclKey(entry), entry]));
  } catch (error) {
    if (error instanceof KafkaJSProtocolError && error.type === 'SECURITY_DISABLED') return undefined;
    throw error;
  }
}

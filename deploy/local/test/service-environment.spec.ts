import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@roundtrip/service';
import type { z } from 'zod';
import { stackPorts } from '../src/ports.js';
import { serverEnvironment } from '../src/servers/server-environment.js';
import { serverNames } from '../src/servers/server-names.js';
import { serviceEnvironment } from '../src/services/service-environment.js';
import { type ServiceName, serviceNames } from '../src/services/service-ports.js';
import { seaweedfsIdentities } from '../src/servers/seaweedfs-identities.js';
import { ownCredentials, userVariables } from '../src/services/service-users.js';

const ports = stackPorts({});
const secrets = {
  s3AccessKey: 'key',
  s3SecretKey: 'y'.repeat(40),
  sessionSecret: 'x'.repeat(64),
  kafkaPassword: 'k'.repeat(40),
  mongoPassword: 'm'.repeat(40),
  oidcClientSecret: 'o'.repeat(64),
  services: Object.fromEntries(serviceNames.map((name) => [name, `${name}-${'s'.repeat(32)}`])) as Record<
    ServiceName,
    string
  >,
};
const kafkaNodes = [{ broker: ports.kafka, controller: ports.kafkaController }];
const servers = serverEnvironment(serverNames, ports, secrets, { database: 'ferretdb', kafkaNodes });

describe('the environment that the embedded stack gives a service', () => {
  it.each(serviceNames)('is complete for %s', async (name) => {
    const { config } = (await import(`../../../services/${name}/src/config.js`)) as { config: z.ZodObject };
    const environment = serviceEnvironment(name, ports, secrets, servers);
    expect(readConfig(config, environment)).toMatchObject({
      METRICS_HOST: '127.0.0.1',
      MONGO_URL: servers['MONGO_URL'],
    });
  });

  it('lets the caller choose the level of the log, not the port', () => {
    const environment = serviceEnvironment('targets', ports, secrets, { LOG_LEVEL: 'debug', METRICS_PORT: '1' });
    expect(environment).toMatchObject({ LOG_LEVEL: 'debug', METRICS_PORT: '8081' });
  });

  it('gives a further process of a service the port that was found for it', () => {
    expect(serviceEnvironment('targets', ports, secrets, {}, 12_345)).toMatchObject({ METRICS_PORT: '12345' });
  });

  it('keeps the health and metrics of the gateway off the port that others reach', () => {
    expect(serviceEnvironment('gateway', ports, secrets, {})).toMatchObject({
      HTTP_PORT: '8080',
      METRICS_PORT: '8086',
    });
    expect(serviceEnvironment('gateway', ports, secrets, {}, 12_345)).toMatchObject({
      HTTP_PORT: '12345',
      METRICS_PORT: '0',
    });
  });

  it('signs sessions with a secret that only the gateway knows', () => {
    expect(serviceEnvironment('gateway', ports, secrets, {})['SESSION_SECRET']).toBe(secrets.sessionSecret);
    expect(serviceEnvironment('targets', ports, secrets, {})).not.toHaveProperty('SESSION_SECRET');
  });

  it('tells the gateway alone how people sign in', () => {
    const told = (name: ServiceName) =>
      Object.keys(serviceEnvironment(name, ports, secrets, servers)).filter((variable) => variable.startsWith('OIDC_'));
    expect(told('gateway')).toEqual(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME']);
    expect(told('notifications')).toEqual([]);
  });

  it.each(serviceNames)('lets %s sign in to Kafka as itself alone, by the password that its user gets', (name) => {
    const { KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, KAFKA_SASL_MECHANISM } = ownCredentials(name, ['kafka'], secrets);
    expect([KAFKA_SASL_USERNAME, KAFKA_SASL_MECHANISM]).toEqual([name, 'scram-sha-512']);
    expect(Object.values(userVariables(['kafka'], secrets))).toContain(KAFKA_SASL_PASSWORD);
    expect(serviceEnvironment(name, ports, secrets, {})).not.toHaveProperty(['KAFKA_SASL_PASSWORD']);
  });

  it('asks for users in the object store that can be told of them, and lets services sign in as themselves to either', () => {
    const asked = (...kind: ['seaweedfs'?]) => userVariables(['kafka', 'minio'], secrets, ...kind)['MAKE_USERS_IN'];
    expect(asked()).toBe('kafka,s3');
    expect(asked('seaweedfs')).toBe('kafka');
    const { identities } = seaweedfsIdentities(secrets);
    for (const name of serviceNames) {
      const { S3_ACCESS_KEY, S3_SECRET_KEY } = ownCredentials(name, ['minio'], secrets);
      const credentials = [{ accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY }];
      expect(identities).toContainEqual(expect.objectContaining({ name, credentials }));
    }
  });

  it('makes no users in servers of somebody else', () => {
    expect(userVariables(['mail'], secrets)).toEqual({});
    expect(ownCredentials('gateway', ['mail'], secrets)).toEqual({});
  });
});

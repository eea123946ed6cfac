import { describe, expect, it } from '@jest/globals';
import { outsideEnvironment, outsideServers, withoutServers } from './outside-servers.js';
import { StackError } from '../stack-error.js';

describe('a server that the environment names', () => {
  it.each([
    ['KAFKA_BROKERS', 'kafka'],
    ['MONGO_URL', 'mongo'],
    ['SMTP_URL', 'mail'],
  ])('by %s replaces ours', (variable, server) => {
    expect(outsideServers({ [variable]: 'somewhere' })).toEqual([server]);
    expect(outsideEnvironment({ [variable]: 'somewhere', OTHER: 'x' })).toEqual({ [variable]: 'somewhere' });
  });

  it('by S3_ENDPOINT comes with its keys and a region', () => {
    const env = { S3_ENDPOINT: 'http://s3', S3_ACCESS_KEY: 'key', S3_SECRET_KEY: 'secret' };
    expect(outsideServers(env)).toEqual(['minio']);
    expect(outsideEnvironment(env)).toEqual({ ...env, S3_REGION: 'us-east-1' });
  });

  it('by OIDC_ISSUER comes with its client, and with what its claims are called', () => {
    const client = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'roundtrip', OIDC_CLIENT_SECRET: 'secret' };
    const env = { ...client, OIDC_ROLES_CLAIM: 'roles' };
    expect(outsideServers(env)).toEqual(['provider']);
    expect(outsideEnvironment(env)).toEqual(env);
    expect(() => outsideServers({ OIDC_ISSUER: 'https://id.example' })).toThrow(/OIDC_CLIENT_ID/);
  });

  it('comes with its credentials, and ours with none of another', () => {
    const env = { KAFKA_BROKERS: 'kafka:9092', KAFKA_TLS: 'true', KAFKA_CA_FILE: '/ca.pem', MONGO_CA_FILE: '/ca.pem' };
    const { MONGO_CA_FILE: _, ...ofKafka } = env;
    expect(outsideEnvironment(env)).toEqual(ofKafka);
    expect(withoutServers({ ...env, LOG_LEVEL: 'debug' })).toEqual({ LOG_LEVEL: 'debug' });
  });

  it('by S3_ENDPOINT without keys is refused with the remedy', () => {
    expect(() => outsideServers({ S3_ENDPOINT: 'http://s3' })).toThrow(StackError);
    expect(() => outsideServers({ S3_ENDPOINT: 'http://s3' })).toThrow(/S3_ACCESS_KEY and S3_SECRET_KEY/);
  });

  it('replaces nothing when the variable is empty', () => {
    expect(outsideServers({ MONGO_URL: '' })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { baseConfig, ConfigProblem, readConfig } from './index.js';

const good = {
  MONGO_URL: 'mongodb://user:secret@db.example.org:27017/roundtrip',
  KAFKA_BROKERS: 'a.example.org:9092,b.example.org:9092',
  S3_ENDPOINT: 'https://s3.example.org',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
};

const linesOf = (env: NodeJS.ProcessEnv, schema: z.ZodObject = baseConfig): readonly string[] => {
  try {
    readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.lines;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('is typed and has its defaults', () => {
    expect(readConfig(baseConfig, { ...good, PATH: '/bin' })).toEqual({
      ...good,
      KAFKA_BROKERS: ['a.example.org:9092', 'b.example.org:9092'],
      KAFKA_SESSION_TIMEOUT_MS: 30_000,
      S3_REGION: 'us-east-1',
      HTTP_PORT: 8080,
      HTTP_HOST: '0.0.0.0',
      METRICS_PORT: 9464,
      METRICS_HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      OTEL_TRACES_SAMPLER: 'parentbased_always_on',
      OTEL_TRACES_SAMPLER_ARG: 1,
      STOP_GRACE_MS: 20_000,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig(baseConfig, { ...good, HTTP_PORT: ' ' }).HTTP_PORT).toBe(8080);
    expect(linesOf({ ...good, MONGO_URL: '' })).toEqual([
      expect.stringContaining('MONGO_URL (The shared database): is not set'),
    ]);
  });

  it('takes no secret of an example where others can come', () => {
    const examples = { ...good, MONGO_URL: 'mongodb://db/roundtrip', S3_SECRET_KEY: 'change-me-outside-this-machine' };
    expect(linesOf(examples)).toEqual([]);
    for (const env of [{ NODE_ENV: 'production' }, { PUBLIC_URL: 'https://roundtrip.example' }]) {
      const lines = linesOf({ ...examples, ...env });
      expect(lines).toEqual([
        expect.stringMatching(/^S3_SECRET_KEY: is the secret of an example: set one of your own$/),
      ]);
      expect(lines.join()).not.toContain('change-me');
    }
  });

  it.each([
    ['MONGO_URL', 'mongodb://db.example.org'],
    ['MONGO_URL', 'http://db.example.org/roundtrip'],
    ['KAFKA_BROKERS', 'a.example.org'],
    ['KAFKA_BROKERS', 'a:1, b:2'],
    ['KAFKA_TLS', 'yes'],
    ['S3_ENDPOINT', 's3.example.org:9000'],
    ['HTTP_PORT', 'eighty'],
    ['HTTP_PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['STOP_GRACE_MS', '-1'],
  ])('tells of %s=%s in one line, with an example', (name, value) => {
    const lines = linesOf({ ...good, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}( \\(.+\\))?: .+, for example ${name}=`));
    expect(lines[0]).not.toContain('\n');
  });

  it('tells of all bad variables at once, and shows no value of any', () => {
    const lines = linesOf({
      MONGO_URL: 'mysql://root:hunter2@db/x',
      S3_ENDPOINT: 'ftp://hunter2',
      HTTP_PORT: 'hunter2',
    });
    expect(lines.map((line) => line.split(/[ :]/)[0])).toEqual([
      'MONGO_URL',
      'KAFKA_BROKERS',
      'S3_ENDPOINT',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
      'HTTP_PORT',
    ]);
    expect(lines.join()).not.toContain('hunter2');
  });

  it('stops at credentials and authorities that contradict the rest', () => {
    expect(linesOf({ ...good, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'gateway' })).toEqual([
      expect.stringMatching(/^KAFKA_SASL_PASSWORD: is not set, and KAFKA_SASL_MECHANISM needs it/),
    ]);
    const credentials = { KAFKA_SASL_USERNAME: 'gateway', KAFKA_SASL_PASSWORD: 'hunter2' };
    expect(linesOf({ ...good, ...credentials, KAFKA_SASL_MECHANISM: 'gssapi' })).toEqual([
      expect.stringMatching(/^KAFKA_SASL_MECHANISM \(.+\): must be one of plain, scram-sha-256, scram-sha-512/),
    ]);
    expect(linesOf({ ...good, MONGO_CA_FILE: '/ca.pem' })).toEqual([
      expect.stringMatching(/^MONGO_CA_FILE \(.+\): is of no use without tls=true in MONGO_URL/),
    ]);
  });

  it('tells of a variable that a service adds with its description', () => {
    const schema = baseConfig.extend({ SMTP_URL: z.url().describe('Mail server, e.g. smtp://mail.example.org:587') });
    expect(linesOf(good, schema)).toEqual(['SMTP_URL (Mail server, e.g. smtp://mail.example.org:587): is not set']);
  });
});

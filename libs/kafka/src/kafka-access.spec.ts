import { describe, expect, it } from '@jest/globals';
import { kafkaAccess } from './kafka-access.js';

const KAFKA_BROKERS = 'a.example.org:9092,b.example.org:9092';
const brokers = ['a.example.org:9092', 'b.example.org:9092'];

describe('the way to Kafka', () => {
  it.each([
    [{ KAFKA_BROKERS }, { brokers }],
    [{ KAFKA_BROKERS: brokers, KAFKA_TLS: 'false' }, { brokers }],
    [
      { KAFKA_BROKERS, KAFKA_TLS: 'true' },
      { brokers, tls: {} },
    ],
    [
      { KAFKA_BROKERS, KAFKA_TLS: 'true', KAFKA_CA_FILE: '/ca.pem' },
      { brokers, tls: { caFile: '/ca.pem' } },
    ],
    [
      {
        KAFKA_BROKERS,
        KAFKA_SASL_MECHANISM: 'scram-sha-256',
        KAFKA_SASL_USERNAME: 'gateway',
        KAFKA_SASL_PASSWORD: 'hunter2',
      },
      { brokers, sasl: { mechanism: 'scram-sha-256', username: 'gateway', password: 'hunter2' } },
    ],
  ])('is the one that the variables describe', (variables, access) => {
    expect(kafkaAccess(variables)).toEqual(access);
  });
});

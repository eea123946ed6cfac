import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessFaults } from './store-access.js';

let folder: string;
let ca: string;
let noCertificate: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  ca = join(folder, 'ca.pem');
  writeFileSync(ca, rootCertificates[0] ?? '');
  noCertificate = join(folder, 'note.txt');
  writeFileSync(noCertificate, 'nothing to see here');
});
afterAll(() => rmSync(folder, { recursive: true }));

const sasl = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'gateway', KAFKA_SASL_PASSWORD: 'hunter2' };

const told = (env: Record<string, string>): string[] =>
  accessFaults(env).map(({ variable, fault }) => `${variable}: ${fault}`);

describe('the access to the stores', () => {
  it('is without fault when nothing or everything is said', () => {
    expect(told({})).toEqual([]);
    expect(told(sasl)).toEqual([]);
    expect(
      told({
        ...sasl,
        KAFKA_TLS: 'true',
        KAFKA_CA_FILE: ca,
        MONGO_URL: 'mongodb://db/roundtrip?replicaSet=a&tls=true',
        MONGO_CA_FILE: ca,
        S3_ENDPOINT: 'https://s3.example.org',
        S3_CA_FILE: ca,
      }),
    ).toEqual([]);
    expect(told({ MONGO_URL: 'mongodb+srv://db/roundtrip', MONGO_CA_FILE: ca })).toEqual([]);
  });

  it.each(['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'])('needs %s when there is a mechanism', (name) => {
    expect(told({ ...sasl, [name]: '' })).toEqual([`${name}: is not set, and KAFKA_SASL_MECHANISM needs it`]);
  });

  it('does not leave credentials unused that were given, and shows none of them', () => {
    expect(told({ ...sasl, KAFKA_SASL_MECHANISM: '' })).toEqual([
      'KAFKA_SASL_MECHANISM: is not set, and without it KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD would not be used',
    ]);
  });

  it.each([
    ['KAFKA_CA_FILE', {}],
    ['KAFKA_CA_FILE', { KAFKA_TLS: 'false' }],
    ['MONGO_CA_FILE', { MONGO_URL: 'mongodb://db/roundtrip' }],
    ['MONGO_CA_FILE', { MONGO_URL: 'mongodb+srv://db/roundtrip?tls=false' }],
    ['S3_CA_FILE', { S3_ENDPOINT: 'http://s3.example.org' }],
  ])('takes no %s for a connection that is not encrypted', (name, env) => {
    const [fault, ...more] = told({ [name]: ca, ...env });
    expect(fault).toMatch(new RegExp(`^${name}: is of no use without .+: set both, or neither$`));
    expect(more).toEqual([]);
  });

  it('names a file that is not there, and one that holds no certificate', () => {
    expect(told({ KAFKA_TLS: 'true', KAFKA_CA_FILE: join(folder, 'nowhere.pem') })).toEqual([
      'KAFKA_CA_FILE: names a file that cannot be read (ENOENT)',
    ]);
    expect(told({ S3_ENDPOINT: 'https://s3.example.org', S3_CA_FILE: noCertificate })).toEqual([
      'S3_CA_FILE: names a file that does not begin with a certificate in PEM form',
    ]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { certificateFigures } from './platform.gauges.js';

const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [one = '', other = ''] = rootCertificates;
const endOf = (pem: string): number => Date.parse(new X509Certificate(pem).validTo);
const fileOf = (name: string, ...certificates: string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, certificates.join('\n'));
  return path;
};

describe('how long an authority of a store is valid', () => {
  it('is told of each store that has a file, by the first of its certificates to end', async () => {
    const nowMs = Date.parse('2026-03-01T10:00:00Z');
    const figures = await certificateFigures(
      { KAFKA_CA_FILE: fileOf('kafka.pem', one), S3_CA_FILE: fileOf('both.pem', one, other), MONGO_CA_FILE: undefined },
      nowMs,
    );
    const gauge = 'roundtrip_certificate_left_seconds';
    expect(figures).toEqual([
      { gauge, labels: { store: 'kafka' }, value: (endOf(one) - nowMs) / 1000 },
      { gauge, labels: { store: 'objectStore' }, value: (Math.min(endOf(one), endOf(other)) - nowMs) / 1000 },
    ]);
  });
});

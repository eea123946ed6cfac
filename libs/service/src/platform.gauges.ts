import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BaseConfig } from './base.config.js';
import type { Health } from './health.js';
import { type Figure, measureGauges } from './measured-gauges.js';

/** What every service tells about what it needs, when it is asked. */
export const platformGauges = [
  {
    name: 'roundtrip_dependency_up',
    help: '1 when the service reaches what it needs: database, objectStore, consumer (of Kafka); else 0',
    labels: ['dependency'],
  },
  {
    name: 'roundtrip_round_trip_seconds',
    help: 'How long the database and the object store took for the smallest question just now',
    labels: ['dependency'],
  },
];
export const certificateGauge = {
  name: 'roundtrip_certificate_left_seconds',
  help: 'Time until the authority that a store is known by is no longer valid: the first of its file to end',
  labels: ['store'],
};

type CaFiles = Pick<BaseConfig, 'MONGO_CA_FILE' | 'KAFKA_CA_FILE' | 'S3_CA_FILE'>;

export function measurePlatform(health: Health, config: CaFiles): void {
  measureGauges(platformGauges, async () => {
    const { checks } = await health.report();
    const up = Object.entries(checks).map(([dependency, word]): Figure => ({
      gauge: 'roundtrip_dependency_up',
      labels: { dependency },
      value: word === 'up' ? 1 : 0,
    }));
    const took = Object.entries(health.roundTrips).map(([dependency, value]): Figure => ({
      gauge: 'roundtrip_round_trip_seconds',
      labels: { dependency },
      value,
    }));
    return [...up, ...took];
  });
  // A file may be replaced while the service runs.
  measureGauges([certificateGauge], () => certificateFigures(config, Date.now()), { keptMs: 60_000 });
}

/** @returns of each store that has a file of authorities the time until the first of them ends, in seconds */
export async function certificateFigures(config: CaFiles, nowMs: number): Promise<Figure[]> {
  const files = { database: config.MONGO_CA_FILE, kafka: config.KAFKA_CA_FILE, objectStore: config.S3_CA_FILE };
  const figures: Figure[] = [];
  for (const [store, file] of Object.entries(files)) {
    if (file === undefined) continue;
    const ends = certificatesIn(await readFile(file, 'utf8')).map(({ validTo }) => Date.parse(validTo));
    if (ends.length === 0) continue;
    const value = (Math.min(...ends) - nowMs) / 1000;
    figures.push({ gauge: certificateGauge.name, labels: { store }, value });
  }
  return figures;
}

const certificatesIn = (pem: string): X509Certificate[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map(
    ([text]) => new X509Certificate(text),
  );

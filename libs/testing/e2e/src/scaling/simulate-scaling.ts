// npm run simulate:scaling: how many workers there are on the morning of a season opening, what waits, and how long people wait, with the scalers of
// deploy/kubernetes. The same numbers give the same table. `--institutions 200 --lines 10000000 --reading 14 --checking 40 --updating 58 --start 40`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { measuredPaces } from './measured-paces.js';
import { type Outcome, quantile, type Scaler, simulateScaling } from './scaling.rules.js';

interface ScaledObject {
  metadata: { name: string };
  spec: {
    minReplicaCount: number;
    maxReplicaCount: number;
    advanced: {
      horizontalPodAutoscalerConfig: {
        behavior: {
          scaleUp: { policies: [{ periodSeconds: number }] };
          scaleDown: { stabilizationWindowSeconds: number; policies: [{ periodSeconds: number }] };
        };
      };
    };
    triggers: [{ metadata: { threshold: string } }];
  };
}

const manifest = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../../deploy/kubernetes/${path}`, import.meta.url)), 'utf8');

/** What the overlay makes of the scaler of a service. */
function scalerOf(service: string, overlay: string): Scaler {
  const found = parseAllDocuments(manifest('base/scaling.yaml'))
    .map((document) => document.toJS() as ScaledObject)
    .find(({ metadata }) => metadata.name === service);
  if (!found) throw new Error(`Nobody scales ${service}`);
  const { spec } = found;
  const { patches = [] } = parse(manifest(`${overlay}/kustomization.yaml`)) as {
    patches?: { target: { name: string }; patch: string }[];
  };
  for (const { target, patch } of patches) {
    if (target.name !== service) continue;
    for (const { path, value } of parse(patch) as { path: string; value: number }[]) {
      if (path === '/spec/minReplicaCount') spec.minReplicaCount = value;
      if (path === '/spec/maxReplicaCount') spec.maxReplicaCount = value;
    }
  }
  const { scaleUp, scaleDown } = spec.advanced.horizontalPodAutoscalerConfig.behavior;
  return {
    min: spec.minReplicaCount,
    max: spec.maxReplicaCount,
    perWorker: Number(spec.triggers[0].metadata.threshold),
    upEverySeconds: scaleUp.policies[0].periodSeconds,
    downAfterSeconds: scaleDown.stabilizationWindowSeconds,
    downEverySeconds: scaleDown.policies[0].periodSeconds,
  };
}

const { values } = parseArgs({
  options: {
    institutions: { type: 'string', default: '200' },
    lines: { type: 'string', default: '10000000' },
    reading: { type: 'string', default: String(measuredPaces.reading) },
    checking: { type: 'string', default: String(measuredPaces.checking) },
    updating: { type: 'string', default: String(measuredPaces.updating) },
    start: { type: 'string', default: '40' },
  },
});
const paces = { reading: Number(values.reading), checking: Number(values.checking), updating: Number(values.updating) };

const simulated = (overlay: string, slower: number, isScaled = true): Outcome => {
  const [files, chunks] = ['import-validation', 'bulk-update'].map((service) => {
    const scaler = scalerOf(service, overlay);
    return isScaled ? scaler : { ...scaler, max: scaler.min };
  }) as [Scaler, Scaler];
  return simulateScaling({
    institutions: Number(values.institutions),
    lines: Number(values.lines),
    paces: {
      reading: slower * paces.reading,
      checking: slower * paces.checking,
      updating: slower * paces.updating,
    },
    files,
    chunks,
    // Prometheus, KEDA and Kubernetes ask every 15 seconds, each after the other.
    lookEverySeconds: 30,
    startSeconds: Number(values.start),
  });
};

const clock = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return seconds < 60
    ? `${Math.round(seconds)} s`
    : minutes < 120
      ? `${minutes} min`
      : `${(seconds / 3600).toFixed(1)} h`;
};
const count = (n: number): string => n.toLocaleString('en');
const table = (columns: string[], rows: string[][]): string =>
  [columns, columns.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const scenarios = [1, 10, 40].flatMap((slower) =>
  (['as many as at rest', 'small', 'large'] as const).map((name) => {
    const isScaled = name !== 'as many as at rest';
    return { name, slower, outcome: simulated(isScaled ? name : 'small', slower, isScaled) };
  }),
);
console.log(
  `${count(Number(values.institutions))} institutions, ${count(Number(values.lines))} lines, each checked and then applied; a thousand lines take a worker ${paces.reading} ms to read, ${paces.checking} to check, ${paces.updating} to apply\n`,
);
console.log(
  table(
    [
      'workers',
      'pace',
      'most of bulk-update',
      'most chunks open',
      'small: waits, p95',
      'small: over, p95',
      'large: waits, p95',
      'large: over, p95',
      '… the longest',
    ],
    scenarios.map(({ name, slower, outcome: { most, waiting, took } }) => [
      name,
      slower === 1 ? 'measured' : `${slower} times slower`,
      String(most.chunkWorkers),
      count(most.chunksOpen),
      ...[waiting.small, took.small, waiting.large, took.large].map((seconds) => clock(quantile(seconds, 0.95))),
      clock(Math.max(...took.large)),
    ]),
  ),
);
const shown = scenarios.at(-1);
if (shown) {
  console.log(`\nThe last of these, quarter by quarter:\n`);
  console.log(
    table(
      ['after', 'files waiting', 'chunks open', 'import-validation', 'bulk-update'],
      shown.outcome.moments.map(({ atSeconds, filesWaiting, chunksOpen, fileWorkers, chunkWorkers }) => [
        `${atSeconds / 60} min`,
        ...[filesWaiting, chunksOpen, fileWorkers, chunkWorkers].map(count),
      ]),
    ),
  );
}

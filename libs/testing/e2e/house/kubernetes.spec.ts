import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  allTopics,
  chunkReady,
  importRequested,
  type ServiceName,
  services,
  templateResolved,
} from '@roundtrip/contracts';
import { config as preparationConfig } from '@roundtrip/create-topics';
import { baseConfig, readConfig } from '@roundtrip/service';
import { parse, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { read, root } from './sources.js';

/**
 * What only a cluster reads is held against the code that runs in it: variables, ports, probes, the time that an end may take. Whether it is
 * what Kubernetes understands says `npm run validate:kubernetes`.
 */

const folder = 'deploy/kubernetes';
const overlays = ['small', 'large'];

interface Variable {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef: { name: string; key: string; optional?: boolean } };
}
interface Probe {
  httpGet: { path: string; port: string };
}
interface Container {
  name: string;
  image: string;
  args: string[];
  envFrom: { configMapRef: { name: string } }[];
  env: Variable[];
  ports?: { name: string; containerPort: number }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: { preStop: { sleep: { seconds: number } } };
  resources: { requests: Record<string, string>; limits: Record<string, string> };
  securityContext: Record<string, unknown>;
  volumeMounts: { name: string; mountPath: string }[];
}
interface Pod {
  automountServiceAccountToken: boolean;
  terminationGracePeriodSeconds: number;
  securityContext: Record<string, unknown>;
  topologySpreadConstraints: { topologyKey: string; labelSelector: unknown }[];
  containers: [Container];
  volumes: { name: string; emptyDir: { sizeLimit: string } }[];
}
interface Resource {
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}
type Selector = { matchLabels?: Record<string, string>; matchExpressions?: { values: string[] }[] };
interface Policy {
  podSelector: Selector;
  ingress?: { from: { namespaceSelector: Selector }[]; ports: { port: number | string }[] }[];
  egress?: { ports: { port: number | string }[] }[];
}

const { resources: files } = parse(read(`${folder}/base/kustomization.yaml`)) as { resources: string[] };
const resources = files.flatMap((file) =>
  parseAllDocuments(read(`${folder}/base/${file}`)).map((document) => document.toJS() as Resource),
);
const ofKind = (kind: string): Resource[] => resources.filter((resource) => resource.kind === kind);
const named = (kind: string, name: string): Resource => {
  const found = ofKind(kind).find((resource) => resource.metadata.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found;
};
const podOf = ({ spec }: Resource): Pod => (spec['template'] as { spec: Pod }).spec;
const podOfService = (service: string): Pod => podOf(named('Deployment', service));

const settingsIn = (path: string): Record<string, string> =>
  Object.fromEntries(
    read(path)
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
const settingsOf = (overlay: string): Record<string, string> => ({
  ...settingsIn(`${folder}/base/settings.env`),
  ...settingsIn(`${folder}/${overlay}/settings.env`),
});

async function schemaOf(name: string): Promise<z.ZodObject> {
  if (name === 'stores' || name === 'operator') return preparationConfig;
  const { config } = (await import(`../../../../services/${name}/src/config.js`)) as { config: z.ZodObject };
  return config;
}

/** What a secret may hold, by the variable that it is for. */
const secrets: Record<string, string> = {
  MONGO_URL: 'mongodb+srv://user:PX8J2mZw5sQe@cluster.example/roundtrip?tls=true',
  SMTP_URL: 'smtp://user:PX8J2mZw5sQe@mail.example:587',
};
const secretFor = (variable: string): string => secrets[variable] ?? '0123456789abcdef0123456789abcdef';

/** What the process of a pod finds in its environment. */
const environmentOf = ({ containers: [{ env }] }: Pod, overlay: string): Record<string, string> => ({
  ...settingsOf(overlay),
  ...Object.fromEntries(
    env
      .filter(({ valueFrom }) => !valueFrom?.secretKeyRef.optional)
      .map(({ name, value }) => [name, value ?? secretFor(name)]),
  ),
});

const pods: [string, Pod][] = [
  ...services.map((service): [string, Pod] => [service, podOfService(service)]),
  ['stores', podOf(named('Job', 'stores'))],
  // Where commands are typed.
  ['operator', podOf(named('Deployment', 'operator'))],
];
/** Of Node, not of ours; the second makes secrets of examples a fault. */
const ofTheProcess = ['NODE_OPTIONS', 'NODE_ENV'];

describe('what a cluster is told to run', () => {
  it('are the six services, each with a budget of disruptions, and the job that makes topics and buckets', () => {
    const names = (kind: string) => ofKind(kind).map(({ metadata }) => metadata.name);
    expect(names('Deployment').toSorted()).toEqual([...services, 'operator'].toSorted());
    expect(named('Deployment', 'operator').spec['replicas']).toBe(0);
    expect(names('PodDisruptionBudget').toSorted()).toEqual([...services].toSorted());
    expect(names('Job')).toEqual(['stores']);
    expect(names('Service')).toEqual(['gateway']);
    const there = readdirSync(join(root, folder, 'base')).filter((file) => file !== 'kustomization.yaml');
    expect([...files, 'settings.env'].toSorted()).toEqual(there.toSorted());
  });

  it.each(pods)('tells %s each variable that it requires, and none that it does not know', async (name, pod) => {
    const schema = await schemaOf(name);
    for (const overlay of overlays) expect(() => readConfig(schema, environmentOf(pod, overlay))).not.toThrow();
    const own = pod.containers[0].env.map((variable) => variable.name);
    expect(own.filter((variable) => !(variable in schema.shape))).toEqual([]);
  });

  it('would be found out if a variable were missing', async () => {
    const { SMTP_URL: _, ...environment } = environmentOf(podOfService('notifications'), 'small');
    const schema = await schemaOf('notifications');
    expect(() => readConfig(schema, environment)).toThrow(/SMTP_URL/);
  });

  it.each(overlays)('has no setting that nobody knows: %s', async (overlay) => {
    const schemas = await Promise.all(services.map((service) => schemaOf(service)));
    const known = new Set([...ofTheProcess, ...schemas.flatMap(({ shape }) => Object.keys(shape))]);
    expect(Object.keys(settingsOf(overlay)).filter((name) => !known.has(name))).toEqual([]);
  });

  it('keeps every secret out of the manifests, and gives each service its own', () => {
    const isSecret = /URL$|PASSWORD$|SECRET|_KEY$/;
    for (const [name, { containers }] of pods) {
      for (const { name: variable, value, valueFrom } of containers[0].env) {
        if (isSecret.test(variable)) expect([name, variable, value]).toEqual([name, variable, undefined]);
        if (valueFrom)
          expect(valueFrom.secretKeyRef).toMatchObject({ name: name === 'stores' ? 'operator' : name, key: variable });
      }
    }
    for (const overlay of overlays) {
      const told = Object.keys(settingsOf(overlay)).filter((variable) => isSecret.test(variable));
      expect(told).toEqual(['PUBLIC_URL']);
    }
    for (const service of services) {
      const user = podOfService(service).containers[0].env.find(({ name }) => name === 'KAFKA_SASL_USERNAME');
      expect(user?.value).toBe(service);
    }
  });

  it.each(services)('watches %s where it says how it is', (service) => {
    const [{ ports = [], startupProbe, livenessProbe, readinessProbe }] = podOfService(service).containers;
    const paths = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet);
    const port = 'watch';
    expect(paths).toEqual([
      { path: '/health/live', port },
      { path: '/health/live', port },
      { path: '/health/ready', port },
    ]);
    const watchers = read('libs/service/src/watchers.server.ts');
    for (const path of new Set(paths.map((probe) => probe?.path))) expect(watchers).toContain(`path === '${path}'`);
    const defaults = baseConfig.pick({ HTTP_PORT: true, METRICS_PORT: true }).parse({});
    expect(Object.fromEntries(ports.map(({ name, containerPort }) => [name, containerPort]))).toEqual({
      ...(service === 'gateway' && { http: defaults.HTTP_PORT }),
      watch: defaults.METRICS_PORT,
    });
    expect(settingsOf('small')['METRICS_HOST']).toBe('0.0.0.0');
  });

  it.each(services)('lets %s end what it has begun', async (service) => {
    const pod = podOfService(service);
    const { STOP_GRACE_MS } = readConfig((await schemaOf(service)) as typeof baseConfig, environmentOf(pod, 'small'));
    const pauseMs = (pod.containers[0].lifecycle?.preStop.sleep.seconds ?? 0) * 1000;
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThanOrEqual(STOP_GRACE_MS + pauseMs + 10_000);
  });

  it.each(pods)('gives %s no rights, no file system but its spool, and a bound of memory and disk', (_name, pod) => {
    const [{ securityContext, resources: bounds, volumeMounts }] = pod.containers;
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(volumeMounts).toEqual([{ name: 'spool', mountPath: '/tmp' }]);
    expect(pod.volumes).toEqual([{ name: 'spool', emptyDir: { sizeLimit: expect.any(String) } }]);
    expect(Object.keys(bounds.requests)).toEqual(['cpu', 'memory', 'ephemeral-storage']);
    expect(Object.keys(bounds.limits)).toEqual(['memory', 'ephemeral-storage']);
  });

  it.each(services)('spreads %s over zones and nodes, and counts no other among it', (service) => {
    const labelSelector = { matchLabels: { 'app.kubernetes.io/name': service } };
    expect(podOfService(service).topologySpreadConstraints).toMatchObject([
      { topologyKey: 'topology.kubernetes.io/zone', labelSelector },
      { topologyKey: 'kubernetes.io/hostname', labelSelector },
    ]);
    expect(named('Deployment', service).spec['selector']).toEqual(labelSelector);
    expect(named('PodDisruptionBudget', service).spec['selector']).toEqual(labelSelector);
  });

  it('runs the programs of the image as docker-compose does', () => {
    const compose = parse(read('docker-compose.yml'), { merge: true }) as {
      services: Record<string, { command: string[] }>;
    };
    for (const [name, { containers }] of pods.filter(([pod]) => pod !== 'operator')) {
      const command = compose.services[name === 'stores' ? 'create-topics' : name]?.command;
      expect([name, containers[0].args]).toEqual([name, command]);
      expect(containers[0].image).toBe('roundtrip-service');
    }
  });
});

describe('who may reach whom in a cluster', () => {
  const policies = ofKind('NetworkPolicy').map(({ metadata, spec }) => ({
    name: metadata.name,
    ...(spec as unknown as Policy),
  }));
  const isAbout = (name: string, { matchLabels, matchExpressions }: Selector): boolean =>
    (matchLabels?.['app.kubernetes.io/name'] ?? name) === name &&
    (matchExpressions ?? []).every(({ values }) => values.includes(name));
  const portsOut = (name: string): (number | string)[] =>
    policies
      .filter(({ podSelector }) => isAbout(name, podSelector))
      .flatMap(({ egress = [] }) => egress.flatMap(({ ports }) => ports.map(({ port }) => port)));
  const portsIn = (name: string): string[] =>
    policies
      .filter(({ podSelector }) => isAbout(name, podSelector))
      .flatMap(({ ingress = [] }) =>
        ingress.flatMap(({ from, ports }) =>
          ports.map(({ port }) => `${from[0]?.namespaceSelector.matchLabels?.['kubernetes.io/metadata.name']} ${port}`),
        ),
      );

  it('is nobody, unless it is said', () => {
    expect(named('NetworkPolicy', 'nothing-else').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
  });

  it('are the arrows of the flow picture: everybody the stores, notifications the mail server, browsers the gateway', () => {
    const { KAFKA_BROKERS = '', S3_ENDPOINT = '' } = settingsOf('small');
    const kafka = KAFKA_BROKERS.split(',').map((broker) => Number(broker.split(':')[1]));
    const names = [53, 53];
    const stores = [kafka[0], 27017, Number(new URL(S3_ENDPOINT).port || 443)];
    for (const [name] of pods) {
      const mail = name === 'notifications' ? [587] : [];
      expect([name, portsOut(name)]).toEqual([name, [...names, ...stores, ...mail]]);
      const browsers = name === 'gateway' ? ['ingress-nginx http'] : [];
      expect([name, portsIn(name)]).toEqual([name, [...browsers, 'monitoring watch']]);
    }
  });
});

describe('what workers are scaled by', () => {
  interface Scaled {
    scaleTargetRef: { name: ServiceName };
    minReplicaCount: number;
    maxReplicaCount: number;
    triggers: { metadata: { query: string } }[];
  }
  const scaled = ofKind('ScaledObject').map(({ spec }) => spec as unknown as Scaled);

  it('is their work, of the three whose work comes in heaps; how many there are is said nowhere else', () => {
    expect(scaled.map(({ scaleTargetRef }) => scaleTargetRef.name).toSorted()).toEqual([
      'bulk-update',
      'import-validation',
      'template-export',
    ]);
    for (const service of services) {
      const isScaled = scaled.some(({ scaleTargetRef }) => scaleTargetRef.name === service);
      expect([service, 'replicas' in named('Deployment', service).spec]).toEqual([service, !isScaled]);
    }
    expect(allTopics.filter((topic) => JSON.stringify(scaled).includes(topic))).toEqual([]);
  });

  it('never makes more of one than its topic has partitions, or fewer than two', async () => {
    const rules = 'libs/kafka/src/topics.rules.js';
    const { configOf } = (await import(`../../../../${rules}`)) as {
      configOf: (topic: string, partitions: number, copies: object) => { numPartitions?: number };
    };
    const topics = {
      'bulk-update': chunkReady,
      'import-validation': importRequested,
      'template-export': templateResolved,
    };
    const [, ordinary] = /partitions = (\d+)/.exec(read('libs/kafka/src/create-topics.ts')) ?? [];
    for (const { scaleTargetRef, minReplicaCount, maxReplicaCount } of scaled) {
      const { topic } = topics[scaleTargetRef.name as keyof typeof topics];
      const { numPartitions = 0 } = configOf(topic, Number(ordinary), { copies: 1, inSync: 1 });
      expect(maxReplicaCount).toBeLessThanOrEqual(numPartitions);
      expect(minReplicaCount).toBeGreaterThanOrEqual(2);
    }
  });

  it('is changed by overlays only where there is something to change', () => {
    for (const overlay of overlays) {
      const { patches = [], replicas = [] } = parse(read(`${folder}/${overlay}/kustomization.yaml`)) as {
        patches?: { target: { kind: string; name: string }; patch: string }[];
        replicas?: { name: string }[];
      };
      for (const { target, patch } of patches) {
        const changes = parse(patch) as { op: string; path: string }[];
        for (const { op, path } of changes) {
          const there = path
            .split('/')
            .slice(1)
            .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], named(target.kind, target.name));
          expect([overlay, path, op, there]).toEqual([overlay, path, 'replace', expect.any(Number)]);
        }
      }
      for (const { name } of replicas) expect(named('Deployment', name).spec).toHaveProperty('replicas');
    }
  });

  it('is a figure that a service tells', () => {
    const told = read('services/gateway/src/jobs/work-figures.rules.ts');
    for (const { triggers } of scaled) {
      for (const { metadata } of triggers) {
        const names = metadata.query.match(/roundtrip_\w+/g) ?? [];
        expect(names).toHaveLength(1);
        expect(told).toContain(`'${names[0]}'`);
      }
    }
  });
});

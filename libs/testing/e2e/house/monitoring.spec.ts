import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { metrics } from '@roundtrip/service';
import { parse } from 'yaml';
import { read, root, sources } from './sources.js';

/** What operators look at is held against what the services really tell: every query by name and label, every alert by its page. */

interface Told {
  labels: readonly string[];
  type: string;
}
interface Description {
  name: string;
  labels?: readonly string[];
}
interface Rule {
  alert: string;
  expr: string;
  annotations: Record<string, string>;
}

const told = new Map<string, Told>();
/** Of the process that tells, and of where Prometheus has it from. */
const always = ['service', 'instance', 'pod'];

beforeAll(async () => {
  const take = (module: string): Promise<Record<string, unknown>> => import(`../../../../${module}`);
  const { collectProcessMetrics } = (await take('libs/service/src/process-metrics.js')) as {
    collectProcessMetrics: (registry: typeof metrics.registry) => void;
  };
  collectProcessMetrics(metrics.registry);
  for (const metric of metrics.registry.getMetricsAsArray()) {
    const { name, type } = metric as unknown as { name: string; type: string };
    told.set(name, { type, labels: (metric as unknown as { labelNames?: string[] }).labelNames ?? [] });
  }
  const tellers = [
    'libs/service/src/platform.gauges.js',
    'services/gateway/src/jobs/work-figures.rules.js',
    'services/gateway/src/api-keys/key.gauges.js',
    'services/gateway/src/activities/activities.check.js',
    'services/import-validation/src/spool.gauges.js',
    'services/bulk-update/src/history.check.js',
  ];
  const gauges: Record<string, unknown>[] = [];
  // One after the other: Jest cannot load what several of them need at the same time.
  for (const teller of tellers) gauges.push(await take(teller));
  const descriptions = gauges
    .flatMap((module) => Object.entries(module).filter(([name]) => /gauges?$/i.test(name)))
    .flatMap(([, exported]) => exported)
    .filter((one): one is Description => typeof one === 'object' && one !== null && 'name' in one);
  for (const { name, labels = [] } of descriptions) told.set(name, { type: 'gauge', labels });
});

const { groups } = parse(read('deploy/monitoring/alerts.yaml')) as { groups: { rules: Rule[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
const dashboard = JSON.parse(read('deploy/monitoring/dashboard.json')) as {
  panels: { title: string; targets?: { expr: string; legendFormat: string }[] }[];
};
const queries: [string, string][] = [
  ...alerts.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ...[...read('deploy/kubernetes/base/scaling.yaml').matchAll(/query: (.+)/g)].map(
    ([, query = '']): [string, string] => ['scaling', query],
  ),
];

const words = new Set(['by', 'on', 'or', 'and', 'unless', 'without', 'ignoring']);

/** The metrics with the labels that are asked of each, and what is grouped by. */
function partsOf(query: string): {
  metrics: { name: string; labels: string[]; values: string[] }[];
  grouped: string[];
} {
  const grouping = /\b(?:by|on|without) \(([^)]*)\)/g;
  const grouped = [...query.matchAll(grouping)].flatMap(([, names = '']) => names.split(/,\s*/).filter(Boolean));
  const tokens = query.replaceAll(grouping, '').match(/"[^"]*"|\{[^}]*\}|\[[^\]]*\]|[a-zA-Z_]\w*|[\d.]+|[^\s]/g) ?? [];
  const found = tokens.flatMap((name, at) => {
    const next = tokens[at + 1] ?? '';
    if (!/^[a-zA-Z_]/.test(name) || words.has(name) || next === '(') return [];
    const braces = next.startsWith('{') ? next : '';
    const labels = [...braces.matchAll(/(\w+)\s*(?:=~|!=|!~|=)/g)].map(([, label = '']) => label);
    const values = [...braces.matchAll(/="([\w-]+)"/g)].map(([, value = '']) => value);
    return [{ name, labels, values }];
  });
  return { metrics: found, grouped };
}

/** A histogram is told as three metrics. */
function toldAs(name: string): Told | undefined {
  const histogram = told.get(name.replace(/_(?:bucket|count|sum)$/, ''));
  if (histogram?.type === 'histogram' && /_(?:bucket|count|sum)$/.test(name)) {
    return { type: 'histogram', labels: [...histogram.labels, ...(name.endsWith('_bucket') ? ['le'] : [])] };
  }
  return told.get(name);
}

function faultsOf(query: string): string[] {
  const { metrics: asked, grouped } = partsOf(query);
  const known = new Set(always);
  const faults = asked.flatMap(({ name, labels, values }) => {
    const one = toldAs(name);
    if (!one) return [`${name} is told by nobody`];
    for (const label of one.labels) known.add(label);
    const strange = labels.filter((label) => !always.includes(label) && !one.labels.includes(label));
    const unsaid = values.filter((value) => !sources.some(({ text }) => text.includes(`'${value}'`)));
    return [
      ...strange.map((label) => `${name} has no label ${label}`),
      ...unsaid.map((value) => `nobody says ${value}`),
    ];
  });
  if (asked.length === 0) faults.push('it asks for nothing');
  return [...faults, ...grouped.filter((label) => !known.has(label)).map((label) => `there is no label ${label}`)];
}

describe('a query of the dashboard, the alerts and the scalers', () => {
  it('is there, many times', () => {
    expect(queries.length).toBeGreaterThan(40);
  });

  it.each(queries)('asks for what a service tells: %s', (_name, query) => {
    expect(faultsOf(query)).toEqual([]);
  });

  it.each([
    ['sum(rate(roundtrip_line_total[2m]))', 'roundtrip_line_total is told by nobody'],
    ['max by (sizes) (roundtrip_files_waiting)', 'there is no label sizes'],
    ['roundtrip_mails_total{result="sent"} > 0', 'roundtrip_mails_total has no label result'],
    ['roundtrip_mails_total{outcome="bounced-back"} > 0', 'nobody says bounced-back'],
    ['rate(roundtrip_jobs_open_bucket[5m])', 'roundtrip_jobs_open_bucket is told by nobody'],
  ])('would be noticed when it asked for something else: %s', (query, fault) => {
    expect(faultsOf(query)).toEqual([fault]);
  });
});

describe('what is told', () => {
  const page = read('deploy/monitoring/README.md');

  it('stands in the table, all of it', () => {
    const ours = [...told.keys()].filter((name) => name.startsWith('roundtrip_'));
    expect(ours.length).toBeGreaterThan(25);
    expect(ours.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const named = [...page.matchAll(/`(roundtrip_\w+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !told.has(name))).toEqual([]);
  });

  it('has no label that could name a person, an institution or a job', () => {
    const labels = [...told].filter(([name]) => name.startsWith('roundtrip_')).flatMap(([, one]) => one.labels);
    expect([...new Set(labels)].toSorted()).toEqual(
      ['code', 'dependency', 'outcome', 'size', 'state', 'store', 'topic', 'type'].toSorted(),
    );
  });
});

describe('the page of an alert', () => {
  const pageOf = ({ annotations }: Rule): string => annotations['runbook'] ?? '';
  const pages = readdirSync(join(root, 'deploy/runbooks'))
    .filter((name) => name !== 'README.md')
    .map((name) => `deploy/runbooks/${name}`);

  it('is there for each of the ten, and each page has its alert', () => {
    expect(alerts).toHaveLength(10);
    expect(alerts.map(pageOf).toSorted()).toEqual(pages.toSorted());
    for (const alert of alerts) {
      expect(read(pageOf(alert)).split('\n')[0]).toContain(`(${alert.alert})`);
      expect(read('deploy/runbooks/README.md')).toContain(`| ${alert.alert} |`);
      expect(read('deploy/monitoring/alerts.test.yaml')).toContain(`alertname: ${alert.alert}`);
    }
  });

  it.each(pages)('says what it means, what to look at, what to type and what must not be done: %s', (page) => {
    const headings = [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['What it means', 'What to look at', 'What to type', 'What must not be done']);
  });

  it.each([...pages, 'deploy/runbooks/README.md'])(
    'names commands, programs, metrics and variables that there are: %s',
    (page) => {
      const text = read(page);
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
      expect(commands.filter((name) => !(name in scripts))).toEqual([]);
      const programs = [...text.matchAll(/\b((?:services|deploy)\/[\w/-]+\/dist\/[\w-]+)\.js/g)].map(
        ([, path = '']) => path,
      );
      expect(programs.filter((path) => !existsSync(join(root, `${path.replace('/dist/', '/src/')}.ts`)))).toEqual([]);
      const named = [...text.matchAll(/`((?:roundtrip|nodejs|process)_\w+)`/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !told.has(name))).toEqual([]);
      const readme = read('README.md');
      const variables = [...text.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].map(([, name = '']) => name);
      const codes = read('libs/kafka/src/kafka.errors.ts') + sources.map(({ text: source }) => source).join('');
      expect(variables.filter((name) => !readme.includes(name) && !codes.includes(`'${name}'`))).toEqual([]);
    },
  );
});

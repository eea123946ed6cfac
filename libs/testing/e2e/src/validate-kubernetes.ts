// npm run validate:kubernetes: whether deploy/kubernetes is what Kubernetes understands. Each overlay is made by kustomize, held against the schemas of
// Kubernetes and KEDA by kubeconform, and read by kube-score. Needs kubectl, Go, and python3 with pip; nothing is asked of a cluster. Ends with 1
// when one is not as it must be.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputOf, packagesOf } from '@roundtrip/test-kit/packages-of';
import { parse } from 'yaml';

const manifests = fileURLToPath(new URL('../../../../deploy/kubernetes', import.meta.url));
const kubernetes = '1.34';
/** It carries the schemas of many versions; its own validator stops at the first fault. */
const schemaPackage = 'kubernetes-validate==1.37.0';
const keda = 'github.com/kedacore/keda/v2@v2.17.2';
const programs = [
  'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0',
  'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
];
const excused = [
  // A service that waits for the stores needs little, one that works needs a core: what is bounded is memory.
  '--ignore-container-cpu-limit',
  // A tag of ours is never pushed twice.
  '--ignore-test=container-image-pull-policy',
  // topologySpreadConstraints say it, for zones, too.
  '--ignore-test=deployment-has-host-podantiaffinity',
];

const schemas = packagesOf('kubernetes-schemas', [schemaPackage, kubernetes, keda, 'v1'].join('\n'), (folder) => {
  const wheel = join(folder, 'wheel');
  outputOf('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', wheel, schemaPackage]);
  const there = join(wheel, 'kubernetes_validate/kubernetes-json-schema', `v${kubernetes}.0-local-strict`);
  for (const name of readdirSync(there)) {
    // They name each other by addresses at which nothing is.
    const text = readFileSync(join(there, name), 'utf8').replaceAll('/api/_definitions.json', '_definitions.json');
    const { $id: _, ...schema } = JSON.parse(text) as Record<string, unknown>;
    writeFileSync(join(folder, name), JSON.stringify(schema));
  }
  rmSync(wheel, { recursive: true });
  const { Dir } = JSON.parse(outputOf('go', ['mod', 'download', '-json', keda])) as { Dir: string };
  const crd = parse(readFileSync(join(Dir, 'config/crd/bases/keda.sh_scaledobjects.yaml'), 'utf8')) as {
    spec: { versions: { name: string; schema: { openAPIV3Schema: object } }[] };
  };
  for (const { name, schema } of crd.spec.versions) {
    writeFileSync(join(folder, `scaledobject-keda-${name}.json`), JSON.stringify(schema.openAPIV3Schema));
  }
});

const tools = packagesOf('kubernetes-tools', programs.join('\n'), (folder) => {
  for (const program of programs) {
    process.stdout.write(`compiling ${program}\n`);
    const env = { ...process.env, GOBIN: folder };
    const { status } = spawnSync('go', ['install', program], { env, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${program} cannot be compiled`);
  }
});

/** @returns whether it found nothing; what it found is shown, and what was well is not */
function run(name: string, args: readonly string[]): boolean {
  const { status, stdout } = spawnSync(join(tools, name), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = stdout.split('\n').filter((line) => line !== '' && !/^\[(?:OK|SKIPPED)\]/.test(line));
  for (const line of lines) process.stdout.write(`  ${line}\n`);
  return status === 0;
}

const overlays = readdirSync(manifests, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => join(manifests, name));
const made = join(schemas, '..', 'kubernetes-made');
mkdirSync(made, { recursive: true });
let isSound = overlays.length > 0;
for (const overlay of overlays) {
  const file = join(made, `${basename(overlay)}.yaml`);
  writeFileSync(file, outputOf('kubectl', ['kustomize', overlay]));
  process.stdout.write(`${basename(overlay)}\n`);
  const location = join(schemas, '{{.ResourceKind}}{{.KindSuffix}}.json');
  isSound = run('kubeconform', ['-strict', '-summary', '-schema-location', location, file]) && isSound;
  const version = ['--kubernetes-version', `v${kubernetes}`];
  isSound = run('kube-score', ['score', '--output-format', 'ci', ...version, ...excused, file]) && isSound;
}
if (!isSound) process.exitCode = 1;

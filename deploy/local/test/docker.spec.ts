// Docker is not at hand where this is built, so the files that only Docker reads are held against their grammar, against
// each other and against the rest of the repository.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { config as preparationConfig, secretVariable } from '@roundtrip/create-topics';
import { exampleSecretsIn, readConfig } from '@roundtrip/service';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type Dockerfile, DockerfileParser, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import type { z } from 'zod';
import { checkout } from '../src/home.js';
import { kafkaProperties } from '../src/servers/kafka.server.js';
import { stackPorts } from '../src/ports.js';
import { serviceNames } from '../src/services/service-ports.js';
import { versions } from '../src/versions.js';

interface ComposeService {
  image?: string;
  network_mode?: string;
  build?: { context: string; dockerfile: string; target: string; args?: Record<string, string> };
  command?: string[];
  environment?: Record<string, string | number>;
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  profiles?: string[];
}
interface Compose {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
}

const read = (path: string): string => readFileSync(join(checkout, path), 'utf8');
const composeText = read('docker-compose.yml');
const compose = parse(composeText, { merge: true }) as Compose;
const dockerfileText = read('deploy/Dockerfile');
const dockerfile = DockerfileParser.parse(dockerfileText);
const stages = dockerfile.getFROMs().map((from) => from.getBuildStage() ?? '');

/** What `npm run secrets` writes for compose. */
const dotEnv = writeSecrets('');

/** What compose makes of a value with that file alone: `${NAME:-default}` becomes the default, `${NAME:?}` what the file says. */
const withDefaults = (value: string | number): string =>
  String(value)
    .replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')
    .replaceAll(/\$\{(\w+):\?[^}]*\}/g, (asked, name: string) => dotEnv.values[name] ?? asked);

function environmentOf(name: string): Record<string, string> {
  const environment = compose.services[name]?.environment ?? {};
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, withDefaults(value)]));
}

function schemaErrors(document: unknown): string[] {
  const schema = JSON.parse(read('deploy/local/test/fixtures/compose-spec.schema.json')) as { $schema?: string };
  // ajv knows this version of JSON schema by its http name only.
  delete schema.$schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const check = ajv.compile(schema);
  check(document);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

async function schemaOf(name: string): Promise<z.ZodObject> {
  if (name === 'create-topics') return preparationConfig;
  const { config } = (await import(`../../../services/${name}/src/config.js`)) as { config: z.ZodObject };
  return config;
}

/** The source of a program that the image contains only when it is built; undefined for a path of something else. */
const sourceOf = (path: string): string => path.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

describe('docker-compose.yml', () => {
  it('follows the compose specification', () => {
    expect(schemaErrors(compose)).toEqual([]);
  });

  it('would be found out if it did not', () => {
    const broken = structuredClone(compose) as unknown as { services: { mongo: Record<string, unknown> } };
    broken.services.mongo['helthcheck'] = {};
    broken.services.mongo['volumes'] = 'mongo-data:/data/db';
    expect(schemaErrors(broken).join('\n')).toMatch(/additional properties[^]*\/services\/mongo\/volumes/);
  });

  it('has the six services, the one-shot job and four servers, and nothing else but the seed', () => {
    const servers = ['kafka', 'mongo', 'minio', 'mail'];
    const expected = [...serviceNames, 'create-topics', 'seed', ...servers];
    expect(Object.keys(compose.services).toSorted()).toEqual(expected.toSorted());
    const inProfiles = Object.entries(compose.services).filter(([, { profiles }]) => profiles);
    expect(inProfiles.map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['seed', ['demo']],
      ['mail', ['mail']],
    ]);
  });

  it.each([...serviceNames, 'create-topics'])('tells %s every variable that it requires', async (name) => {
    const schema = await schemaOf(name);
    expect(() => readConfig(schema, environmentOf(name))).not.toThrow();
  });

  it.each([...serviceNames, 'create-topics'])('tells %s no variable that it does not know', async (name) => {
    const known = [...Object.keys((await schemaOf(name)).shape), 'NODE_OPTIONS'];
    expect(Object.keys(environmentOf(name)).filter((variable) => !known.includes(variable))).toEqual([]);
  });

  it('would be found out if a variable were missing', async () => {
    const { SMTP_URL: _, ...environment } = environmentOf('notifications');
    const schema = await schemaOf('notifications');
    expect(() => readConfig(schema, environment)).toThrow(/SMTP_URL/);
  });

  it('gives the stores the operator as whom create-topics signs in', () => {
    const { MINIO_ROOT_USER, MINIO_ROOT_PASSWORD } = environmentOf('minio');
    const { S3_ACCESS_KEY, S3_SECRET_KEY, ...operator } = environmentOf('create-topics');
    expect([MINIO_ROOT_USER, MINIO_ROOT_PASSWORD]).toEqual([S3_ACCESS_KEY, S3_SECRET_KEY]);
    const { KAFKA_SASL_USERNAME: user = '', KAFKA_SASL_PASSWORD: password = '' } = operator;
    const { KAFKA_LISTENER_NAME_BROKER_PLAIN_SASL_JAAS_CONFIG: jaas, KAFKA_SUPER_USERS } = environmentOf('kafka');
    expect(jaas).toContain(`user_${user}="${password}"`);
    expect(KAFKA_SUPER_USERS).toBe(`User:${user}`);
    // A database without users takes the first one from its own machine alone.
    expect(operator['MONGO_URL']).toMatch(/@127\.0\.0\.1:27017\//);
    expect(compose.services['create-topics']?.network_mode).toBe('service:mongo');
    expect(compose.services['mongo']?.command).toContain('--auth');
  });

  it.each(serviceNames)(
    'lets %s sign in to each store as itself alone, with the password that create-topics gives it',
    (name) => {
      const environment = environmentOf(name);
      const password = environmentOf('create-topics')[secretVariable(name)] ?? 'none';
      expect([environment['KAFKA_SASL_USERNAME'], environment['KAFKA_SASL_PASSWORD']]).toEqual([name, password]);
      expect([environment['S3_ACCESS_KEY'], environment['S3_SECRET_KEY']]).toEqual([name, password]);
      expect(environment['MONGO_URL']).toBe(`mongodb://${name}:${password}@mongo:27017/roundtrip?authSource=admin`);
      const others = Object.entries(dotEnv.values).filter(([variable]) => variable !== secretVariable(name));
      for (const [variable, secret] of others.filter(([other]) => /_SECRET$|_PASSWORD$|^S3/.test(other))) {
        if (name === 'gateway' && variable === 'SESSION_SECRET') continue;
        expect([variable, JSON.stringify(environment).includes(secret)]).toEqual([variable, false]);
      }
    },
  );

  it('starts a service only when what it needs is healthy and prepared', () => {
    for (const name of serviceNames) {
      const conditions = Object.fromEntries(
        Object.entries(compose.services[name]?.depends_on ?? {}).map(([other, { condition }]) => [other, condition]),
      );
      expect(conditions).toMatchObject({
        kafka: 'service_healthy',
        mongo: 'service_healthy',
        minio: 'service_healthy',
        'create-topics': 'service_completed_successfully',
      });
    }
  });

  it('can tell the health of everything that others wait for', () => {
    const waitedFor = Object.values(compose.services)
      .flatMap(({ depends_on = {} }) => Object.entries(depends_on))
      .filter(([, { condition }]) => condition === 'service_healthy')
      .map(([name]) => name);
    for (const name of new Set([...waitedFor, ...serviceNames])) {
      const service = compose.services[name];
      const own = service?.healthcheck?.test !== undefined;
      const ofImage = service?.build !== undefined && healthCheckOf(service.build.target);
      expect([name, own || ofImage]).toEqual([name, true]);
    }
  });

  it('publishes the gateway alone, and with the mail catcher its page on this machine only', () => {
    const published = (isWanted: (service: ComposeService) => boolean) =>
      Object.entries(compose.services)
        .filter(([, service]) => isWanted(service))
        .flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${withDefaults(port)}`));
    const { gateway, mailWeb } = stackPorts({});
    expect(published(({ profiles }) => !profiles)).toEqual([`gateway 127.0.0.1:${gateway}:8080`]);
    expect(published(({ profiles }) => profiles !== undefined)).toEqual([`mail 127.0.0.1:${mailWeb}:1080`]);
    expect(compose.services['mail']?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('holds no secret, and starts with none of an example', () => {
    const secrets = ['SESSION_SECRET', 'S3_SECRET_KEY', 'MINIO_ROOT_PASSWORD', 'KAFKA_SASL_PASSWORD'];
    const held = Object.values(compose.services)
      .flatMap(({ environment = {} }) => Object.entries(environment))
      .filter(([name]) => secrets.includes(name));
    expect(held.length).toBeGreaterThan(8);
    for (const [, value] of held) expect(value).toMatch(/^\$\{\w+:\?run npm run secrets\}$/);
    for (const name of serviceNames) {
      expect(exampleSecretsIn(environmentOf(name))).toEqual([]);
    }
  });

  it('lets no container gain rights or take all memory, and ours write to no file system', () => {
    const withoutRights = Object.entries(compose.services).map(([name, service]) => ({
      name,
      dropped: service.cap_drop?.join() ?? 'some kept',
      privileges: service.security_opt?.join(),
      isLimited: /^\d+[mg]$/.test(service.mem_limit ?? ''),
    }));
    expect(withoutRights).toEqual(
      Object.keys(compose.services).map((name) => ({
        name,
        // The start script of this image changes its user by itself.
        dropped: name === 'mongo' ? 'some kept' : 'ALL',
        privileges: 'no-new-privileges:true',
        isLimited: true,
      })),
    );
    for (const name of [...serviceNames, 'create-topics', 'minio', 'mail']) {
      expect([name, compose.services[name]?.read_only]).toEqual([name, true]);
    }
  });

  it('keeps data in named volumes', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes);
    const named = mounts.filter((mount) => mount !== '/tmp').map((mount) => mount.split(':')[0] ?? '');
    expect(named.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    expect(named).toHaveLength(4);
  });

  it('runs programs that exist', () => {
    const programs = Object.values(compose.services)
      .flatMap(({ command = [] }) => command)
      .filter((word) => word.endsWith('.js'));
    expect(programs).toHaveLength(serviceNames.length + 1);
    expect(programs.map(sourceOf).filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const [npm, run, silent, script = ''] = compose.services['seed']?.command ?? [];
    expect([npm, run, silent]).toEqual(['npm', 'run', '--silent']);
    expect(scripts).toHaveProperty([script]);
  });

  it('builds from stages that exist', () => {
    const builds = Object.values(compose.services).flatMap(({ build }) => build ?? []);
    for (const { context, dockerfile: file, target } of builds) {
      expect([context, file]).toEqual(['.', 'deploy/Dockerfile']);
      expect(stages).toContain(target);
    }
  });

  it('runs the Kafka of the embedded stack, with the same settings', () => {
    expect(compose.services['kafka']?.image).toBe(`apache/kafka:${versions.kafka}`);
    const embedded = Object.fromEntries(
      kafkaProperties([{ broker: 9092, controller: 9093 }], 0, '/data', {
        password: dotEnv.values['KAFKA_PASSWORD'] ?? '',
      })
        .split('\n')
        .filter((line) => line.includes('=') && !line.startsWith('#'))
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    const places = /(listeners|voters|log\.dirs|dedupe\.buffer\.size)$/;
    const settings = environmentOf('kafka');
    for (const [key, value] of Object.entries(embedded).filter(([name]) => !places.test(name))) {
      expect([key, settings[`KAFKA_${key.toUpperCase().replaceAll('-', '___').replaceAll('.', '_')}`]]).toEqual([
        key,
        value,
      ]);
    }
  });
});

describe('npm run secrets', () => {
  it('writes each secret at random, for its owner alone', () => {
    expect(dotEnv.mode).toBe(0o600);
    const other = writeSecrets('');
    for (const name of ['SESSION_SECRET', 'S3_SECRET_KEY', 'KAFKA_PASSWORD', 'MONGO_PASSWORD', 'BULK_UPDATE_SECRET']) {
      expect(dotEnv.values[name]).toMatch(/^[\w-]{48}$/);
      expect(other.values[name]).not.toBe(dotEnv.values[name]);
    }
    expect(dotEnv.said).not.toContain(dotEnv.values['SESSION_SECRET']);
  });

  it('keeps what is there, and adds what is missing', () => {
    const { values } = writeSecrets('PUBLIC_URL=https://roundtrip.example\nSESSION_SECRET=ours\nS3_SECRET_KEY=');
    expect(values).toMatchObject({ PUBLIC_URL: 'https://roundtrip.example', SESSION_SECRET: 'ours' });
    expect(values['S3_SECRET_KEY']).toMatch(/^[\w-]{48}$/);
  });

  it('asks Docker for the digest of the base image, and says how to find it where nobody knows', () => {
    const digest = `sha256:${'0a'.repeat(32)}`;
    const asked = writeSecrets(
      '',
      `[ "$1 $2 $3" = "buildx imagetools inspect" ] && echo ${digest} "$4" | sed 's/ node:.*slim$//'`,
    );
    expect(asked.values['NODE_DIGEST']).toBe(digest);
    expect(asked.said).not.toContain('missing');
    for (const docker of ['exit 1', 'echo no such image']) {
      const { values, said } = writeSecrets('', docker);
      expect(values).not.toHaveProperty('NODE_DIGEST');
      expect(said).toMatch(/NODE_DIGEST is missing.*docker buildx imagetools inspect node:[\d.]+-bookworm-slim/);
    }
  });
});

/** Runs it in a folder of its own that holds this `.env`, where `docker` is the shell script, or fails. */
function writeSecrets(
  there: string,
  docker = 'exit 1',
): { values: Record<string, string>; mode: number; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  try {
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${docker}\n`, { mode: 0o755 });
    const file = join(folder, '.env');
    if (there !== '') writeFileSync(file, there);
    const said = execFileSync(process.execPath, [join(checkout, 'deploy/write-secrets.mjs')], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    }).toString();
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const values = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
    return { values, mode: statSync(file).mode & 0o777, said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function instructionsOf(stage: string): ReturnType<Dockerfile['getInstructions']> {
  const all = dockerfile.getInstructions();
  const from = dockerfile.getFROMs().find((candidate) => candidate.getBuildStage() === stage) as From;
  const next = dockerfile.getFROMs()[dockerfile.getFROMs().indexOf(from) + 1];
  return all.slice(all.indexOf(from) + 1, next === undefined ? undefined : all.indexOf(next));
}

const keywords = (stage: string): string[] => instructionsOf(stage).map((instruction) => instruction.getKeyword());

function healthCheckOf(stage: string): boolean {
  return keywords(stage).includes('HEALTHCHECK');
}

describe('deploy/Dockerfile', () => {
  it('has no fault that its grammar knows', () => {
    expect(validate(dockerfileText).map(({ message }) => message)).toEqual([]);
  });

  it('would be found out if it had', () => {
    const broken = dockerfileText.replace('USER node', 'USR node').replace('COPY . .', 'COPY .');
    expect(validate(broken)).toHaveLength(2);
  });

  it.each(['service', 'minio', 'mail'])('runs %s as an ordinary user with a health check', (stage) => {
    const user = instructionsOf(stage).findLast((instruction) => instruction.getKeyword() === 'USER');
    expect(user?.getArgumentsContent()).toBe('node');
    expect(healthCheckOf(stage)).toBe(true);
  });

  it('copies from stages that come before', () => {
    const sources = [...dockerfileText.matchAll(/^(?:FROM \S+ AS (\S+)|COPY --from=(\S+))/gm)];
    const known = new Set<string>();
    for (const [, stage, source] of sources) {
      if (stage !== undefined) known.add(stage);
      if (source !== undefined) expect(known).toContain(source);
    }
  });

  it('leaves the tools of development out of the image of the services', () => {
    const install = instructionsOf('without-development').map((instruction) => instruction.getArgumentsContent());
    expect(install.join('\n')).toContain('npm ci --ignore-scripts --omit=dev');
    const inService = instructionsOf('service');
    const copied = dockerfile.getCOPYs().filter((copy) => inService.includes(copy));
    expect(copied.length).toBeGreaterThan(0);
    for (const copy of copied) expect(copy.getFromFlag()?.getValue()).toBe('without-development');
  });

  it('could not do so if a service named the tests or the embedded stack among its dependencies', () => {
    // npm takes every workspace that is named anywhere, also among the dependencies of development, with all it needs.
    for (const name of [...serviceNames.map((service) => `services/${service}`), 'deploy/create-topics']) {
      expect(read(`${name}/package.json`)).not.toMatch(
        /"@roundtrip\/(test-kit|demo|provider|tour|faults|bench|e2e|local-stack)"\s*:/,
      );
    }
  });

  it('takes what runs from a base that is named by its digest, which whoever builds has to know', () => {
    const bases = [...dockerfileText.matchAll(/^FROM (\S+)/gm)].map(([, base = '']) => base);
    const fromElsewhere = bases.filter((base) => !stages.includes(base));
    // What it compiles is a program of its own; nothing of it is in the image but that.
    expect(fromElsewhere.filter((base) => !base.includes('@'))).toEqual([expect.stringMatching(/^golang:/)]);
    expect(fromElsewhere.filter((base) => base.includes('@'))).toEqual([
      expect.stringMatching(/^node:[\d.]+-\w+-slim@(?:\$\{NODE_DIGEST\}|sha256:[0-9a-f]{64})$/),
    ]);
    expect(dockerfileText).toMatch(/^ARG NODE_DIGEST(?:=sha256:[0-9a-f]{64})?$/m);
    for (const { build } of Object.values(compose.services))
      if (build) expect(build.args?.['NODE_DIGEST']).toMatch(/^\$\{NODE_DIGEST:\?/);
  });

  it('puts beside the services what they are made of, and refuses a licence that is not allowed', () => {
    const inService = instructionsOf('service').map((instruction) => instruction.getArgumentsContent());
    expect(inService.join('\n')).toContain('/app/sbom.cdx.json /app/licences.txt');
    expect(instructionsOf('build').map((instruction) => instruction.getArgumentsContent())).toContain(
      'npm run ships -- /app',
    );
  });

  it('names workspaces, scripts and programs that exist', () => {
    for (const [, workspace] of dockerfileText.matchAll(/--workspace=(\S+)/g)) {
      expect([workspace, existsSync(join(checkout, workspace ?? ''))]).toEqual([workspace, true]);
    }
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, script] of dockerfileText.matchAll(/npm run ([\w:-]+)/g))
      expect(scripts).toHaveProperty([script ?? '']);
    const programs = [...dockerfileText.matchAll(/"((?:services|deploy|node_modules)\/[^"]+\.js)"/g)];
    expect(programs).toHaveLength(2);
    for (const [, program = ''] of programs) {
      const path = program.startsWith('node_modules/') ? program : sourceOf(program);
      expect([path, existsSync(join(checkout, path))]).toEqual([path, true]);
    }
  });

  it('builds the MinIO of the embedded stack', () => {
    expect(/^ARG MINIO_VERSION=(.+)$/m.exec(dockerfileText)?.[1]).toBe(versions.minio);
  });

  it('uses the Node that the project is developed with, a line with long support, and one that it allows', () => {
    const major = Number(/^FROM node:(\d+)\.\d+\.\d+-/m.exec(dockerfileText)?.[1]);
    expect(read('.nvmrc').trim()).toBe(String(major));
    expect(major % 2).toBe(0);
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  });
});

describe('the versions of the embedded stack', () => {
  it('name the mail catcher that is installed', () => {
    const { dependencies } = JSON.parse(read('deploy/local/package.json')) as { dependencies: Record<string, string> };
    expect(dependencies['maildev']).toBe(versions.maildev);
  });
});

describe('.dockerignore', () => {
  it('keeps data, secrets and built files out of the build, and sources in', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.roundtrip', '.env', '**/dist', '**/node_modules']));
    expect(ignored.filter((line) => /^(libs|services|deploy|package)/.test(line))).toEqual([]);
  });
});

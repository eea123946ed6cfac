import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoFile, removeDemo, writeDemo } from './demo-file.js';
import { makeDemo } from './make-demo.js';
import { stackPorts } from '../ports.js';
import { institutionsOf } from './seed-demo.js';
import { welcome } from './welcome.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const keys = (letter: string) => ({
  viewer: `${letter}-viewer`,
  editor: `${letter}-editor`,
  operator: `${letter}-operator`,
  admin: `${letter}-admin`,
});
const seedOutput = `10,000 contacts\n${JSON.stringify({
  institutions: [
    { id: 'one', name: 'One', keys: keys('one') },
    { id: 'two', name: 'Two', keys: keys('two') },
  ],
})}\n`;
const env = {
  KAFKA_BROKERS: '127.0.0.1:19092',
  KAFKA_SASL_USERNAME: 'roundtrip',
  MONGO_URL: 'mongodb://127.0.0.1:37017/roundtrip',
  S3_ENDPOINT: 'http://127.0.0.1:19000',
  OIDC_ISSUER: 'http://127.0.0.1:8087',
  OIDC_CLIENT_ID: 'roundtrip',
  OIDC_CLIENT_SECRET: 'not to be told',
};
const facts: Parameters<typeof makeDemo>[0] = {
  ports: stackPorts({}),
  env,
  ours: ['mail', 'provider'],
  institutions: institutionsOf(seedOutput),
  pids: { gateway: [1], mongo: [8, 9] },
};

describe('demo.json', () => {
  it('has the documented form', () => {
    writeDemo(home, makeDemo(facts));
    expect(JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8'))).toEqual({
      url: 'http://127.0.0.1:8080',
      mail: 'http://127.0.0.1:8025',
      mailApi: 'http://127.0.0.1:8025/api/email',
      provider: {
        issuer: 'http://127.0.0.1:8087',
        clientId: 'roundtrip',
        people: expect.arrayContaining([
          { email: 'vera.lindqvist@example.org', name: 'Vera Lindqvist', institutions: ['demo'], role: 'viewer' },
          { email: 'oskar.weiss@example.org', name: 'Oskar Weiss', institutions: ['demo', 'second'], role: 'operator' },
          { email: 'noor.visser@example.org', name: 'Noor Visser', institutions: ['demo'], role: null },
        ]),
      },
      keys: keys('one'),
      institutions: { second: { keys: keys('two') } },
      kafka: '127.0.0.1:19092',
      kafkaAccess: { KAFKA_SASL_USERNAME: 'roundtrip' },
      mongo: 'mongodb://127.0.0.1:37017/roundtrip',
      s3: 'http://127.0.0.1:19000',
      s3Access: { S3_ENDPOINT: 'http://127.0.0.1:19000' },
      pids: { gateway: [1], mongo: [8, 9] },
    });
  });

  it('is readable by its owner alone, also when it is written again', () => {
    writeDemo(home, makeDemo(facts));
    writeDemo(home, makeDemo({ ...facts, pids: { gateway: [2] } }));
    expect(statSync(demoFile(home)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(demoFile(home), 'utf8'))).toMatchObject({ pids: { gateway: [2] } });
    expect(readdirSync(home)).toEqual(['demo.json']);
  });

  it('names no mail page when the mails go elsewhere', () => {
    const demo = makeDemo({ ...facts, ours: ['provider'] });
    expect(demo).not.toHaveProperty('mail');
    expect(demo).not.toHaveProperty('mailApi');
    expect(welcome(demo, links)).toContain('SMTP_URL');
  });

  it('names no people when they sign in elsewhere', () => {
    const demo = makeDemo({ ...facts, ours: ['mail'] });
    expect(demo).not.toHaveProperty('provider');
    expect(welcome(demo, links)).not.toContain('/v1/session/start');
  });

  it('may be removed twice', () => {
    writeDemo(home, makeDemo(facts));
    removeDemo(home);
    removeDemo(home);
    expect(existsSync(demoFile(home))).toBe(false);
  });
});

const links = { viewer: '/#code=v', editor: '/#code=e', operator: '/#code=o', admin: '/#code=a' };

describe('what is printed at the end of a start', () => {
  it('has the address, the mail page and a link for each role, and no key', () => {
    const text = welcome(makeDemo(facts), links);
    for (const part of ['http://127.0.0.1:8080', 'http://127.0.0.1:8025', ...Object.values(links)]) {
      expect(text).toContain(part);
    }
    for (const key of Object.values(keys('one'))) expect(text).not.toContain(key);
    expect(text).not.toContain('not to be told');
  });

  it('has a link for a person of each role, and for one of both institutions', () => {
    const lines = welcome(makeDemo(facts), links).split('\n');
    const start = 'http://127.0.0.1:8080/v1/session/start?login_hint=';
    expect(lines.filter((line) => line.includes(start)).map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'viewer',
      'editor',
      'operator',
      'admin',
      'operator',
    ]);
    expect(lines.find((line) => line.includes('both'))).toContain(`${start}oskar.weiss%40example.org`);
  });
});

describe('the output of the seed', () => {
  it('that names one institution is refused', () => {
    expect(() => institutionsOf('{"institutions":[{"id":"one","name":"One","keys":{}}]}')).toThrow('fewer than two');
  });
});

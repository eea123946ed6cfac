import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stackSecrets } from './secrets.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const file = () => join(home, 'secrets.json');

describe('the secrets of a stack', () => {
  it('are made once, at random, for the owner of the home alone', () => {
    const secrets = stackSecrets(home);
    expect(stackSecrets(home)).toEqual(secrets);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(secrets);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const { s3AccessKey: _, services, ...others } = secrets;
    const all = [...Object.values(others), ...Object.values(services)];
    expect(all).toHaveLength(11);
    expect(new Set(all).size).toBe(all.length);
    for (const secret of all) expect(secret).toMatch(/^[0-9a-f]{40,}$/);
  });

  it('of a home of an older version stay, and what it lacks is added', () => {
    const older = { s3AccessKey: 'roundtrip', s3SecretKey: 'a'.repeat(40), sessionSecret: 'b'.repeat(64) };
    writeFileSync(file(), JSON.stringify(older), { mode: 0o644 });
    const secrets = stackSecrets(home);
    expect(secrets).toMatchObject(older);
    expect(secrets.kafkaPassword).toMatch(/^[0-9a-f]{40}$/);
    expect(stackSecrets(home)).toEqual(secrets);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['secrets.json']);
  });
});

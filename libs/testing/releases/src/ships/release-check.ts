import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisoryFaults, type Audit } from './advisories.rules.js';
import { billOfImage, checkout, imageWorkspaces, whatMayShip } from './checkout.js';
import { licenceFaults } from './licences.rules.js';
import { buildTwice } from './two-builds.js';

// `npm run release:check`: whether what would be released may be. With `--quick`, as with each change: what takes seconds; there it is
// no fault when nobody can be asked for advisories, and it is said.

const isQuick = process.argv.includes('--quick');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
let failed = 0;

function check(what: string, faults: readonly string[]): void {
  say(faults.length === 0 ? `ok      ${what}` : `FAILED  ${what}`);
  for (const fault of faults) say(`        ${fault}`);
  if (faults.length > 0) failed += 1;
}

const npm = (...words: string[]) =>
  spawnSync('npm', words, { cwd: checkout, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 });

function advisories(): void {
  const only = imageWorkspaces.map((workspace) => `--workspace=${workspace}`);
  const { stdout } = npm('audit', '--omit=dev', '--json', ...only);
  const answer = readJson(stdout);
  const today = new Date().toISOString().slice(0, 10);
  const isAsked = answer?.vulnerabilities !== undefined;
  const faults = advisoryFaults(isAsked ? answer : undefined, whatMayShip.advisories, today);
  const because = answer?.message?.replace(/ - \w+ https?:.*/, '') ?? 'no answer';
  if (isAsked) check('advisories', faults);
  else if (isQuick) {
    check('acceptances of advisories', faults);
    say(`skipped advisories: the registry does not tell (${because})`);
  } else check('advisories', [`the registry does not tell (${because}): ask where it does`, ...faults]);
}

function readJson(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}

function signatures(): void {
  const { status, stdout, stderr } = npm('audit', 'signatures');
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  check('signatures of the packages', status === 0 ? [] : said.slice(0, 12));
}

function base(): void {
  const dockerfile = readFileSync(join(checkout, 'deploy/Dockerfile'), 'utf8');
  const digest = process.env['NODE_DIGEST'] ?? /^ARG NODE_DIGEST=(\S+)$/m.exec(dockerfile)?.[1] ?? 'absent';
  const isOne = /^sha256:[0-9a-f]{64}$/.test(digest);
  check('digest of the base image', isOne ? [] : [`NODE_DIGEST is ${digest}: deploy/README.md says where it is found`]);
}

function builds(): void {
  const { different, bytes } = buildTwice((line) => say(`        ${line}`));
  check('two builds have the same bytes', different);
  const { budgetsMiB } = whatMayShip;
  const sizes = (['packages', 'ours'] as const).map((part) => [part, Math.ceil(bytes[part] / 1024 ** 2)] as const);
  say(`        ${sizes.map(([part, size]) => `${part}: ${size} of ${budgetsMiB[part]} MiB`).join(', ')}`);
  check(
    'size of the image',
    sizes.filter(([part, size]) => size > budgetsMiB[part]).map(([part, size]) => `${part}: ${size} MiB`),
  );
}

check('licences', licenceFaults(billOfImage(), whatMayShip.licences));
advisories();
if (!isQuick) {
  signatures();
  base();
  builds();
}
process.exitCode = failed > 0 ? 1 : 0;

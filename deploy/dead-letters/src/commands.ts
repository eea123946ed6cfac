import { parseArgs } from 'node:util';
import { allTopics, type ServiceName, services } from '@roundtrip/contracts';
import { type DeadLetter, DeadLetters, readersOf } from '@roundtrip/kafka';
import { jobOf } from './job-of.js';
import { recordReplay } from './replay.record.js';
import { DeadLettersProblem } from './problem.errors.js';
import { replayEffect } from './replay-effect.rules.js';
import { findServers, type Servers } from './servers.js';
import { shownPayload, shownReason, shownText } from './shown.rules.js';
import { readStates } from './states.reader.js';

const usage = `Usage:
  npm run dead-letters -- list [service] [--all]     what is open; with --all what was replayed, too
  npm run dead-letters -- show <id>                  reason, origin, headers and payload of one
  npm run dead-letters -- replay <id>                says it again where it came from
  npm run dead-letters -- replay --all <service>     … all that is open of a service
Services: ${services.join(', ')}`;

type Say = (line: string) => void;

/** @throws DeadLettersProblem, or what Kafka or the database say */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  const { command, subject, all } = parse(args);
  const servers = await findServers(env);
  const letters = new DeadLetters(servers.kafka);
  if (command === 'list')
    return list(await letters.read(subject === undefined ? services : [serviceOf(subject)]), all, say);
  if (subject === undefined) throw new DeadLettersProblem(usage);
  if (command === 'show') return show(await find(letters, subject), say);
  const chosen = all
    ? (await letters.read([serviceOf(subject)])).filter(({ replayedAt }) => replayedAt === undefined)
    : [await find(letters, subject)];
  await replay(letters, chosen, servers, say);
}

function parse(args: readonly string[]): {
  command: 'list' | 'show' | 'replay';
  subject: string | undefined;
  all: boolean;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { all: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [command, subject, ...more] = positionals;
    const known = (['list', 'show', 'replay'] as const).find((name) => name === command);
    if (known && more.length === 0) return { command: known, subject, all: values.all };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new DeadLettersProblem(usage);
}

function serviceOf(text: string): ServiceName {
  const service = services.find((name) => name === text);
  if (!service) throw new DeadLettersProblem(`There is no service "${text}": it is one of ${services.join(', ')}.`);
  return service;
}

async function find(letters: DeadLetters, deadLetterId: string): Promise<DeadLetter> {
  const service = serviceOf(deadLetterId.split(':')[0] ?? '');
  const found = (await letters.read([service])).find((letter) => letter.deadLetterId === deadLetterId);
  if (!found)
    throw new DeadLettersProblem(`There is no dead letter ${deadLetterId}: \`list\` shows those that are there.`);
  return found;
}

function list(found: readonly DeadLetter[], all: boolean, say: Say): void {
  const shown = all ? found : found.filter(({ replayedAt }) => replayedAt === undefined);
  if (shown.length === 0) return say('No dead letters.');
  for (const letter of shown) {
    const { deadLetterId, topic, setAsideAt, reasonCode, reason, replayedAt } = letter;
    const replayed = replayedAt === undefined ? '' : `  replayed ${replayedAt}`;
    say(
      `${deadLetterId}  ${setAsideAt}  ${topic}  ${jobOf(letter) ?? '-'}  ${reasonCode}: ${shownReason(reason)}${replayed}`,
    );
  }
}

function show(letter: DeadLetter, say: Say): void {
  const { deadLetterId, service, topic, setAsideAt, reasonCode, reason, key, value, headers, replayedAt } = letter;
  say(`dead letter   ${deadLetterId}`);
  say(`set aside by  ${service}, ${setAsideAt}`);
  say(`reason        ${reasonCode}: ${shownReason(reason)}`);
  say(`came from     ${topic}`);
  say(`key           ${key === null ? '(none)' : shownText(key.toString('utf8'))}`);
  say(`job           ${jobOf(letter) ?? '-'}`);
  say(`replayed      ${replayedAt ?? 'no'}`);
  for (const [name, text] of Object.entries(headers))
    say(`header        ${shownText(name)}: ${shownText(String(text))}`);
  say(shownPayload(value));
}

async function replay(
  letters: DeadLetters,
  chosen: readonly DeadLetter[],
  { mongoUrl }: Servers,
  say: Say,
): Promise<void> {
  if (chosen.length === 0) return say('No dead letters.');
  const jobIds = [...new Set(chosen.flatMap((letter) => jobOf(letter) ?? []))];
  const states = mongoUrl === undefined ? undefined : await readStates(mongoUrl, jobIds);
  for (const letter of chosen) {
    const { deadLetterId, service, topic, replayedAt } = letter;
    if (replayedAt !== undefined) {
      say(`${deadLetterId} was replayed ${replayedAt}: nothing is done.`);
      continue;
    }
    if (!allTopics.includes(topic)) {
      say(`${deadLetterId} stays: there is no topic ${topic} any more.`);
      continue;
    }
    const jobId = jobOf(letter);
    const known = jobId === undefined ? undefined : states?.get(jobId);
    // Written down before it is done: what cannot be written down does not happen.
    const isRecorded = await recordReplay(mongoUrl, letter, new Date());
    await letters.replay(letter, new Date());
    say(`${deadLetterId} is said again to ${topic}, which is read by ${readersOf(topic).join(', ')}.`);
    say(`  ${replayEffect({ service, jobId }, known)}`);
    if (!isRecorded)
      say('  It is not in the record of activities: no institution of it is known, or no database (set MONGO_URL).');
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { createInstitution } from '@roundtrip/demo';
import { eventually } from '@roundtrip/test-kit/client';
import { FollowingBrowser } from '@roundtrip/test-kit/following-browser';
import { walkHistories } from '@roundtrip/database';
import { activityProblems } from './activity-problems.js';
import { differences, revProblems } from './compare.js';
import { type Facts, gatherFacts } from './facts.js';
import type { FaultStack } from './fault-stack.js';
import { FaultInjector } from './injector.js';
import { PatientClient } from './patient-client.js';
import { addressOf, play, type Played } from './play-scenario.js';
import { rivalProblems } from './rivals.js';
import { contactCount, contactsOf, erasableContacts, refusedMailbox, type Scenario, scenarioOf } from './scenario.js';
import { type Fault, scheduleOf } from './schedule.js';

export interface FaultRun {
  seed: number;
  /** The one that had the faults. */
  institution: string;
  /** Names of the faults that happened. */
  faults: string[];
  /** What is not as in the undisturbed run, or breaks a promise; a sentence each. */
  divergences: string[];
  seconds: number;
}

export interface RunOptions {
  /** How long a job may take before it counts as lost. */
  patienceMs?: number;
  /** The faults of a seed; those of one machine if absent. */
  scheduleOf?: (seed: number) => Fault[];
}

/** Seeds that are so far apart play the same scenario among other faults: its undisturbed run is made once. */
const scenarios = 10;

/** Longer than any server is away, on a machine that is busy with other things. */
const requestPatienceMs = 300_000;

/** Runs on one stack: each scenario undisturbed, once, and then among the faults of each seed, every time in a fresh institution. */
export class FaultRuns {
  private readonly undisturbed = new Map<number, Facts>();

  constructor(
    private readonly stack: FaultStack,
    private readonly options: RunOptions = {},
  ) {}

  async run(
    seed: number,
    schedule: readonly Fault[] = (this.options.scheduleOf ?? scheduleOf)(seed),
  ): Promise<FaultRun> {
    const startedAt = performance.now();
    const run = await this.compared(seed, schedule).catch((error: unknown) => brokenOff(seed, error));
    return { ...run, seconds: (performance.now() - startedAt) / 1_000 };
  }

  private async compared(seed: number, schedule: readonly Fault[]): Promise<Omit<FaultRun, 'seconds'>> {
    const { stack } = this;
    const scenario = scenarioOf(seed % scenarios);
    const deadLetters = await stack.replayer.deadLetters();
    const divergences: string[] = [];
    let expected = this.undisturbed.get(scenario.seed);
    if (!expected) {
      const { facts, problems } = await performed(stack, scenario, this.options);
      divergences.push(...problems.map((problem) => `undisturbed: ${problem}`));
      // One that is not sound is no measure for others.
      if (problems.length === 0) this.undisturbed.set(scenario.seed, facts);
      expected = facts;
    }
    const injector = new FaultInjector(stack, schedule, seed);
    const { facts, problems, institution } = await performed(stack, scenario, { ...this.options, injector });
    divergences.push(...differences(scenario, expected, facts), ...problems);
    const more = (await stack.replayer.deadLetters()) - deadLetters;
    if (more > 0) divergences.push(`${more} messages became dead letters`);
    return { seed, institution, faults: injector.injected, divergences };
  }
}

/** A run that could not be brought to its end is no equal one either. */
const brokenOff = (seed: number, error: unknown): Omit<FaultRun, 'seconds'> => ({
  seed,
  institution: 'unknown',
  faults: [],
  divergences: [`the run broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});

/** Whom no import of a scenario makes, so that it does not matter when the template is made. */
const unaffected = {
  code: 'UNAFFECTED',
  name: 'Everybody but the new ones',
  rule: { none: [{ field: 'contact.contactNumber', is: 'startsWith', value: 'N-' }] },
};

/** Saving may take longer than the request waits for it (202): then the list shows when it is done. */
async function savedTarget(client: PatientClient): Promise<string> {
  const made = await client.post<{ targetId?: string }>('/v1/targets', unaffected);
  if (made?.targetId !== undefined) return made.targetId;
  return eventually(async () => {
    const { items } = await client.get<{ items: { targetId: string; code: string }[] }>('/v1/targets');
    return items.find(({ code }) => code === unaffected.code)?.targetId;
  });
}

/** @returns its facts, and what is wrong with them by themselves */
async function performed(
  stack: FaultStack,
  scenario: Scenario,
  { patienceMs = 90_000, injector }: RunOptions & { injector?: FaultInjector },
): Promise<{ facts: Facts; problems: string[]; institution: string }> {
  const { database, smtp } = stack;
  const institution = `${injector ? 'faults' : 'quiet'}-${scenario.seed}-${Date.now().toString(36)}`;
  const made = await createInstitution(database, {
    id: institution,
    contacts: contactCount,
    seed: scenario.seed,
    withUnusable: true,
  });
  const erasable = erasableContacts(institution);
  await database.contacts.insertMany(erasable.map((contact) => ({ ...contact })));
  const client = new PatientClient(stack.urls, made.keys.admin, requestPatienceMs);
  const targetId = await savedTarget(client);
  smtp.mails.length = 0;
  const browsers = await Promise.all(stack.urls.map((url) => FollowingBrowser.open(url, made.keys.viewer)));
  const acts: Promise<void>[] = [];
  const played = await play(scenario, {
    client,
    institution,
    targetId,
    onAct: (act) => {
      const well = injector?.play(act) ?? Promise.resolve();
      acts.push(well);
      return well;
    },
    patienceMs,
    cancels: injector !== undefined,
  });
  await Promise.all(acts);
  const problems: string[] = [];
  if (!(await mailsSettled(client, played, scenario, patienceMs))) problems.push('not every mail was settled');
  if (!(await stack.untilQuiet(patienceMs))) problems.push('the services have not become quiet');
  for (const browser of browsers) {
    problems.push(...(await browser.problems(played.values(), patienceMs)));
    browser.close();
  }
  // A worker that was paused may still be at the rest of what another has done meanwhile.
  if (injector) await sleep(1_000);

  const facts = await gatherFacts(client, database, institution, played);
  const first = [...contactsOf(institution, scenario.seed), ...erasable];
  const before = new Map(first.map((contact) => [contact.contactNumber, contact]));
  const after = new Map(facts.contacts.map((contact) => [contact.contactNumber, contact]));
  problems.push(
    ...(await walkHistories(database, institution)).faults,
    ...revProblems(before, facts.contacts, facts.imports),
    ...(await rivalProblems(scenario, first, after, facts.imports)),
    ...mailProblems(stack, scenario, institution, played),
    ...(await activityProblems(database, institution, played)),
  );
  return { facts, problems, institution };
}

const planned = ({ uploads, lateUploads, template, undos }: Scenario): { label: string; mailbox?: string }[] => [
  ...uploads,
  ...lateUploads,
  ...undos,
  template,
];

async function mailsSettled(
  client: PatientClient,
  played: Played,
  scenario: Scenario,
  patienceMs: number,
): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (const { label, mailbox } of planned(scenario)) {
    const job = played.get(label);
    if (!job || mailbox === undefined) continue;
    while ((await client.get<{ mail: unknown }>(`/v1/${job.type}s/${job.id}`)).mail === null) {
      if (Date.now() > until) return false;
      await sleep(200);
    }
  }
  return true;
}

/** Exactly one mail for each job that asked, repeated only with the same Message-ID; none for those that did not. */
function mailProblems({ smtp }: FaultStack, scenario: Scenario, institution: string, played: Played): string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const { to, messageId } of smtp.mails) idsOf.set(to, (idsOf.get(to) ?? new Set()).add(messageId));
  const problems: string[] = [];
  for (const { label, mailbox } of planned(scenario)) {
    if (mailbox === undefined || mailbox === refusedMailbox || !played.has(label)) continue;
    const address = addressOf(mailbox, institution);
    const ids = idsOf.get(address)?.size ?? 0;
    idsOf.delete(address);
    if (ids !== 1) problems.push(`${label}: ${ids} different mails instead of one`);
  }
  for (const address of idsOf.keys()) problems.push(`a mail to ${address}, which nobody asked for`);
  return problems;
}

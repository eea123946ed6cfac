import type { ContactDocument } from '@roundtrip/database';
import type { Facts, ImportFacts, TemplateFacts } from './facts.js';
import { contested, erasableUpload, isErasable, rivals, type Scenario } from './scenario.js';

/** What differs between a run among faults and an undisturbed one, a sentence each; nothing is the only good answer. */
export function differences(scenario: Scenario, undisturbed: Facts, found: Facts): string[] {
  const { cancel, undos } = scenario;
  const undoOfCancelled = undos.find(({ of }) => of === cancel.label)?.label;
  const isRival = (label: string): boolean => rivals.some((rival) => rival === label);
  const appliedBeforeCancel = found.imports.get(cancel.label)?.changes.length ?? 0;
  const problems = found.strangers.map((id) => `job ${id} was asked for once and is there twice`);
  for (const [label, expected] of undisturbed.imports) {
    const facts = found.imports.get(label);
    if (label === undoOfCancelled && appliedBeforeCancel === 0 && !facts) continue;
    if (!facts) problems.push(`${label}: there is no such import`);
    else if (label === cancel.label) problems.push(...partProblems(label, expected, facts));
    else if (label === undoOfCancelled) problems.push(...wholeProblems(label, facts, appliedBeforeCancel));
    else if (label === erasableUpload) problems.push(...vanishedProblems(label, facts));
    else if (isRival(label)) problems.push(...sumProblems(label, facts, ['DONE', 'DONE_WITH_ERRORS']));
    else problems.push(...factProblems(label, { ...expected }, { ...facts }));
    // Whatever happened to the lines, the mail is the same.
    if (facts && facts.mail !== expected.mail) problems.push(`${label}: mail ${facts.mail}, not ${expected.mail}`);
  }
  problems.push(...templateProblems(undisturbed.template, found.template));
  return [...problems, ...contactProblems(undisturbed.contacts, found.contacts)];
}

const templateProblems = (expected: TemplateFacts | undefined, found: TemplateFacts | undefined): string[] =>
  factProblems('template', { ...expected }, { ...found });

function factProblems(label: string, expected: Record<string, unknown>, found: Record<string, unknown>): string[] {
  return Object.keys(expected).flatMap((name) => {
    const [should, is] = [JSON.stringify(expected[name]), JSON.stringify(found[name])];
    return should === is ? [] : [`${label}: ${name} ${firstDifference(should, is ?? 'nothing')}`];
  });
}

/** An import that was cancelled at some moment: what was attempted came out as it would have, the rest counts as not attempted. */
function partProblems(label: string, whole: ImportFacts, found: ImportFacts): string[] {
  const problems = sumProblems(label, found, ['CANCELLED', 'DONE', 'DONE_WITH_ERRORS']);
  const changes = new Set(whole.changes.map((row) => row.join(' ')));
  const rejected = new Set(whole.rejectedLines.split('\r\n'));
  // One that was stopped while it was read has no header of its own yet.
  const [, ...rejectedRows] = found.rejectedLines.split('\r\n');
  for (const row of found.changes) {
    if (!changes.has(row.join(' '))) problems.push(`${label}: changed ${row.join(' ')}, which was not asked for`);
  }
  for (const row of rejectedRows) {
    if (!rejected.has(row)) problems.push(`${label}: rejected ${row}, which is not wrong`);
  }
  if (found.state !== 'CANCELLED') problems.push(...factProblems(label, { ...whole }, { ...found }));
  return problems;
}

/** An undo of which every line must have been applied. */
function wholeProblems(label: string, found: ImportFacts, lines: number): string[] {
  const { total, applied } = found.counts;
  if (total === lines && applied === lines && found.state === 'DONE') return [];
  return [`${label}: ${found.state}, ${applied} of ${total} lines applied, not DONE with ${lines}`];
}

/** Whoever was erased is unknown, and nothing else is wrong. */
function vanishedProblems(label: string, found: ImportFacts): string[] {
  const strange = Object.keys(found.issueCounts).filter((code) => code !== 'CONTACT_UNKNOWN');
  return [
    ...sumProblems(label, found, ['DONE', 'DONE_WITH_ERRORS']),
    ...strange.map((code) => `${label}: says ${code}`),
  ];
}

/** Counts add up, and are those of the reports. */
function sumProblems(
  label: string,
  { state, counts, changes, rejectedLines }: ImportFacts,
  states: string[],
): string[] {
  const problems = states.includes(state) ? [] : [`${label}: ended as ${state}`];
  const { total = -1, applied = 0, unchanged = 0, rejected = 0, notAttempted = 0 } = counts;
  if (total !== applied + unchanged + rejected + notAttempted)
    problems.push(`${label}: the counts do not add up: ${JSON.stringify(counts)}`);
  // The header, and nothing after the last line end.
  const rejectedRows = rejectedLines.split('\r\n').length - 2;
  if (changes.length !== applied || rejectedRows !== rejected)
    problems.push(`${label}: ${changes.length} changes and ${rejectedRows} rejected lines, ${JSON.stringify(counts)}`);
  return problems;
}

function contactProblems(expected: readonly ContactDocument[], found: readonly ContactDocument[]): string[] {
  const there = new Map(found.map((contact) => [contact.contactNumber, comparable(contact)]));
  const problems = expected.flatMap((contact) => {
    const [should, is] = [comparable(contact), there.get(contact.contactNumber)];
    if (is === undefined && isErasable(contact)) return [];
    there.delete(contact.contactNumber);
    return should === is ? [] : [`contact ${contact.contactNumber}: ${firstDifference(should, is ?? 'nothing')}`];
  });
  return [...problems, ...[...there.keys()].map((number) => `contact ${number}: is there, and was not asked for`)];
}

/** Without what the rivals fight for. */
const comparable = (contact: ContactDocument): string => comparableContact(contact, contested);

/** Without what differs between any two runs. @param unsettled authorisations that are left out */
export function comparableContact(
  { authorisations, criteria, ...contact }: ContactDocument,
  unsettled: readonly string[] = [],
): string {
  const own = Object.entries(contact).filter(([name]) => !incomparable.has(name));
  const settled = Object.entries(authorisations).filter(([code]) => !unsettled.includes(code));
  return JSON.stringify([own, Object.entries(criteria), settled].map(sorted));
}

const incomparable = new Set(['_id', 'institution', 'searchKeys', 'rev', 'lastChange', 'createdAt', 'updatedAt']);
const sorted = (entries: [string, unknown][]): [string, unknown][] =>
  entries.toSorted(([one], [other]) => (one < other ? -1 : 1));

/** The place where two texts part, with a little of what is around it. */
function firstDifference(should: string, is: string): string {
  let at = 0;
  while (at < should.length && should[at] === is[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `is …${around(is)}… instead of …${around(should)}…`;
}

/** Each contact's rev has grown by the number of lines that say they were applied. */
export function revProblems(
  before: ReadonlyMap<string, ContactDocument>,
  after: readonly ContactDocument[],
  imports: ReadonlyMap<string, ImportFacts>,
): string[] {
  const applied = new Map<string, number>();
  for (const { changes, counts } of imports.values()) {
    // A check lists what it would have changed.
    if (counts['applied'] === undefined) continue;
    for (const [number = ''] of changes) applied.set(number, (applied.get(number) ?? 0) + 1);
  }
  return after.flatMap(({ contactNumber, rev }) => {
    const grown = rev - (before.get(contactNumber)?.rev ?? 0);
    const lines = applied.get(contactNumber) ?? 0;
    return grown === lines
      ? []
      : [`contact ${contactNumber}: rev grew by ${grown}, ${lines} lines say they were applied`];
  });
}

import type { Store } from './drilled-stack.js';
import type { DrilledWork, Snapshot } from './drilled-work.js';
import type { Said } from './replay-words.js';

export interface Drilled {
  lost: readonly Store[];
  work: Pick<DrilledWork, 'changedBy' | 'contactOf'>;
  /** How contacts and imports have to stand. */
  expected: Snapshot;
  /** How they stood at the end. */
  last: Snapshot;
  /** The import that had just been asked for. */
  open: string;
  now: Snapshot & { faults: readonly string[] };
  replay: Said;
}

/** What is otherwise than it was, and nobody said so. */
export function drillProblems(drilled: Drilled): string[] {
  const { now } = drilled;
  return [
    ...now.faults.map((fault) => `history: ${fault}`),
    ...importProblems(drilled),
    ...contactProblems(drilled),
    ...replayProblems(drilled),
  ];
}

/** Each import that was over has ended as it did, or was named. */
function importProblems({ expected, now, replay }: Drilled): string[] {
  return [...expected.imports].flatMap(([importId, before]) => {
    const after = now.imports.get(importId);
    if (replay.byHand.has(importId)) return after ? [`${importId} is left to people, and is there`] : [];
    if (!after) return [`${importId} was ${before.state} and is not there, and nobody said so`];
    if ((replay.again.get(importId)?.length ?? 0) > 0) return [];
    const [was, is] = [before, after].map((one) => JSON.stringify(one));
    return was === is ? [] : [`${importId} was ${was}, is ${is}, and no line of it was named`];
  });
}

/** Each contact is as it was, unless a line of it was named, or the open import wants to change it. */
function contactProblems({ work, expected, now, open, replay }: Drilled): string[] {
  const named = new Set(work.changedBy(open));
  for (const [importId, lines] of [...replay.again, ...replay.byHand])
    for (const line of lines) named.add(work.contactOf(importId, line));
  return [...expected.contacts].flatMap(([number, before]) => {
    if (named.has(number) || now.contacts.get(number) === before) return [];
    return [`contact ${number} is otherwise than it was, and no line of it was named`];
  });
}

/** What was asked for after the backup of the objects is named as long as Kafka knows of it; what was open comes to its end. */
function replayProblems({ lost, expected, last, open, now, replay }: Drilled): string[] {
  const problems: string[] = [];
  const isReplayed = lost.includes('database');
  if (isReplayed && lost.includes('objects')) {
    const later = [...last.imports.keys(), open].filter((importId) => !expected.imports.has(importId));
    for (const importId of later) {
      if (now.imports.has(importId)) problems.push(`${importId} is there, though nobody knows what was asked for`);
      if (replay.byHand.has(importId) === lost.includes('kafka'))
        problems.push(`${importId} is ${replay.byHand.has(importId) ? 'named, and nobody knows of it' : 'not named'}`);
    }
  } else if (isReplayed && !replay.again.has(open)) problems.push(`${open} was asked for, and is not done again`);
  const end = now.imports.get(open);
  const mayFail = lost.includes('objects');
  if (end && !mayFail && !['DONE', 'DONE_WITH_ERRORS'].includes(end.state))
    problems.push(`${open} was open, and has ended as ${end.state}`);
  if (!end && !mayFail) problems.push(`${open} was asked for, and is not there`);
  if (isReplayed && !lost.includes('kafka') && replay.saves.length !== 1)
    problems.push(`the target that was saved after the backup is named ${replay.saves.length} times`);
  return problems;
}

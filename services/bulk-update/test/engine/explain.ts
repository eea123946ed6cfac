import { isDeepStrictEqual } from 'node:util';
import type { PlannedLine, RecordedIssue } from '@roundtrip/contracts';
import type { ChunkDocument, ChunkEntry, ChunkReport, ContactDocument } from '@roundtrip/database';
import { decideChunk } from '../../src/chunk.rules.js';
import { newContacts } from '../../src/contact-writes.js';
import type { DecisionRules } from '../../src/line-decision.rules.js';

/**
 * "Each line gets exactly one of the outcomes that some order of the imports would give", precisely: for every contact there is an order
 * of all that concerns it such that, beginning with the contact as it was, the decision function gives for each of them in turn
 * exactly the outcome that stands in its chunk (with the rev, the values before and after, the errors), and the contact ends as it is.
 */

/** What one import did with one line. */
export interface Happening {
  importId: string;
  chunk: Pick<ChunkDocument, '_id' | 'institution' | 'decidedAt'>;
  /** Absent for a change that came from elsewhere: it is told by its entry alone. */
  line?: PlannedLine;
  rules?: DecisionRules;
  /** A check decides, and writes nothing. */
  writes: boolean;
  entry: ChunkEntry | undefined;
  report: ChunkReport | undefined;
}

/** @returns an order, or undefined when there is none */
export function orderThatExplains(
  first: ContactDocument | undefined,
  happenings: readonly Happening[],
  last: ContactDocument | undefined,
): Happening[] | undefined {
  if (happenings.length === 0) return sameContact(first, last) ? [] : undefined;
  for (const happening of happenings) {
    if (!isWhatHappens(happening, first)) continue;
    const rest = happenings.filter((other) => other !== happening);
    const order = orderThatExplains(after(first, happening), rest, last);
    if (order) return [happening, ...order];
  }
  return undefined;
}

function isWhatHappens({ line, rules, entry, report }: Happening, contact: ContactDocument | undefined): boolean {
  if (!line || !rules) return entry?.rev === contact?.rev && entry?.previous === contact?.lastChange;
  const { contactNumber = '' } = line;
  const decided = decideChunk([line], new Map(contact ? [[contactNumber, contact]] : []), rules);
  return (
    isDeepStrictEqual(plain(decided.entries[0]), plain(entry)) &&
    isDeepStrictEqual(plain(withoutZeros(decided.reports[0])), plain(withoutZeros(report)))
  );
}

/** Whether a number looks like another's depends on all contacts, not on this one. */
function withoutZeros(report: ChunkReport | undefined): ChunkReport | undefined {
  if (!report) return undefined;
  const issues = report.issues.filter(({ code }: RecordedIssue) => code !== 'LEADING_ZEROS_LOST');
  return issues.length === 0 && !report.rejected ? undefined : { ...report, issues };
}

function after(contact: ContactDocument | undefined, { chunk, entry, writes }: Happening): ContactDocument | undefined {
  if (!entry || !writes) return contact;
  if (entry.rev === 0) return newContacts(chunk as ChunkDocument, [entry])[0];
  const next = structuredClone(contact) as ContactDocument & Record<string, unknown>;
  for (const [path, value] of Object.entries(entry.after)) {
    const [holder, code] = path.split('.') as [string, string | undefined];
    const [object, key] = code === undefined ? [next, holder] : [next[holder] as Record<string, unknown>, code];
    if (value === null) delete object[key];
    else object[key] = value;
  }
  return { ...next, rev: entry.rev + 1, lastChange: chunk._id, updatedAt: chunk.decidedAt };
}

const sameContact = (a: ContactDocument | undefined, b: ContactDocument | undefined): boolean =>
  isDeepStrictEqual(plain(a && { ...a, searchKeys: undefined }), plain(b && { ...b, searchKeys: undefined }));

/** As stored: without what is undefined. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

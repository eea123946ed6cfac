// Two imports that write the same cells of the same contacts at the same time: for each contact the outcome must be one that
// some order of the two would give. A second statement of libs/fields/README.md#what-decides-about-a-line, rule 6, for consents alone.
import type { ContactDocument } from '@roundtrip/database';
import type { ImportFacts } from './facts.js';
import { recordsOf } from './facts.js';
import { consentText, contested, rivals, type Scenario } from './scenario.js';
import type { AskedLine } from './scenario-files.js';

type Outcome = 'applied' | 'unchanged' | 'rejected';

/** One line after the other. @param values as a template shows them, by field */
export function decide(
  values: readonly string[],
  line: AskedLine,
  overwrite: boolean,
): { outcome: Outcome; values: readonly string[] } {
  const after = [...values];
  for (const [index, { old, new: wanted }] of line.cells.entries()) {
    const now = values[index] as string;
    if (wanted === '' || wanted === now) continue;
    const stale = now !== old;
    if (stale && (!overwrite || now === 'FALSE')) return { outcome: 'rejected', values };
    after[index] = wanted;
  }
  return { outcome: after.some((value, index) => value !== values[index]) ? 'applied' : 'unchanged', values: after };
}

/** The outcomes that the two orders give: values at the end, then the outcome of each rival; one that has no such line says `none`. */
export function possibleEnds(
  values: readonly string[],
  lines: readonly (AskedLine | undefined)[],
  overwrite: readonly boolean[],
): string[] {
  const inOrder = (order: readonly number[]): string => {
    let now = values;
    const outcomes: string[] = lines.map(() => 'none');
    for (const index of order) {
      const line = lines[index];
      if (!line) continue;
      const decided = decide(now, line, overwrite[index] === true);
      outcomes[index] = decided.outcome;
      now = decided.values;
    }
    return [...now, ...outcomes].join(' ');
  };
  return [...new Set([inOrder([0, 1]), inOrder([1, 0])])];
}

/** What no order of the rivals explains, a sentence a contact. */
export async function rivalProblems(
  scenario: Scenario,
  before: readonly ContactDocument[],
  after: ReadonlyMap<string, ContactDocument>,
  imports: ReadonlyMap<string, ImportFacts>,
): Promise<string[]> {
  const outcomes = await Promise.all(rivals.map((label) => outcomesOf(imports.get(label))));
  return before.flatMap(({ contactNumber, authorisations }) => {
    const lines = scenario.rivals.map((rival) => rival.lines.get(contactNumber));
    const overwrite = scenario.rivals.map((rival) => rival.overwrite);
    const possible = possibleEnds(consents(authorisations), lines, overwrite);
    const found = [
      ...consents(after.get(contactNumber)?.authorisations ?? {}),
      ...lines.map((line, index) => (line ? (outcomes[index]?.get(contactNumber) ?? 'unchanged') : 'none')),
    ].join(' ');
    if (possible.includes(found)) return [];
    return [`rivals, contact ${contactNumber}: ${found}, possible: ${possible.join(' or ')}`];
  });
}

const consents = (held: Record<string, boolean>): string[] => contested.map((code) => consentText(held[code]));

async function outcomesOf(facts: ImportFacts | undefined): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  if (!facts) return outcomes;
  for (const [contactNumber = ''] of facts.changes) outcomes.set(contactNumber, 'applied');
  const [, ...rejected] = await recordsOf(Buffer.from(facts.rejectedLines));
  for (const [contactNumber = ''] of rejected) {
    // Applied and rejected at once is no outcome of any order.
    outcomes.set(contactNumber, (outcomes.has(contactNumber) ? 'applied and rejected' : 'rejected') as Outcome);
  }
  return outcomes;
}

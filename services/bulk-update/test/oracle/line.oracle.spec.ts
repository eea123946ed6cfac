import { describe, expect, it } from '@jest/globals';
import type { FieldValue, OldValue, PlannedField, Role } from '@roundtrip/contracts';
import { decideChange, decideLine, type DecisionRules } from '../../src/line-decision.rules.js';
import { caseOf } from './line.cases.js';
import { judge, type Question, valueOf, type Verdict } from './line.oracle.js';

/** `npm run oracle -- --cases 1000000 --seed 1` is this spec in its long form. */
const cases = Number(process.env['CASES'] ?? 10_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

describe('the decision on a line', () => {
  it(`is what the rules of a line say it is, for ${cases} random lines of seed ${seed}`, () => {
    const outcomes: Record<string, number> = {};
    const divergences: unknown[] = [];
    for (let number = 0; number < cases; number++) {
      const question = caseOf(seed, number);
      const verdict = judge(question);
      for (const kind of kindsOf(question, verdict)) outcomes[kind] = (outcomes[kind] ?? 0) + 1;
      const decided = decisionOn(question);
      if (JSON.stringify(decided) !== JSON.stringify(ordered(verdict))) {
        divergences.push({ seed, number, question, verdict, decided });
      }
    }
    if (process.env['CASES'] !== undefined) report(outcomes, divergences.length);
    expect(divergences.slice(0, 3)).toEqual([]);
    for (const expected of [
      'authorisations: applied',
      'authorisations: rejected, CONFLICT_REFUSAL',
      'authorisations: undo rejected, CONFLICT_REFUSAL',
      'authorisations: undo applied',
      'criteria: applied, overwritten',
    ])
      expect(outcomes[expected]).toBeGreaterThan(cases / 1000);
  }, 3_600_000);
});

/** The product's answer in the words of the oracle; a `before` that was not there would show as a code. */
function decisionOn(question: Question): Verdict {
  const { line, contact, resembles, ...rest } = question;
  const decision = decideLine(line, contact, rulesOf(rest), resembles);
  const applied = decision.outcome === 'apply';
  const changes = applied ? decision.changes : [];
  const wrong = changes.filter(({ path, before }) => before !== valueOf(contact, path));
  return ordered({
    what: applied ? 'applied' : decision.outcome === 'reject' ? 'rejected' : 'unchanged',
    codes: [...decision.issues.map(({ code }) => code), ...wrong.map(({ path }) => `before of ${path}`)].toSorted(),
    values: Object.fromEntries(changes.map(({ path, after }) => [path, after])),
    overwritten: applied && decision.overwritten,
  });
}

const rulesOf = ({ role, isUndo, ...rules }: Omit<Question, 'line' | 'contact' | 'resembles'>): DecisionRules => ({
  ...rules,
  header: [],
  requestedBy: { role },
  ...(isUndo && { undoOf: 'imp_1' }),
});

/** A line that is rejected counts once for each of its reasons. */
const kindsOf = ({ dataType, isUndo }: Question, { what, codes, overwritten }: Verdict): string[] => {
  const kind = `${dataType}:${isUndo ? ' undo' : ''}`;
  return what === 'rejected'
    ? [...new Set(codes)].map((code) => `${kind} rejected, ${code}`)
    : [`${kind} ${overwritten ? 'applied, overwritten' : what}`];
};

const ordered = ({ what, codes, values, overwritten }: Verdict): Verdict => ({
  what,
  codes,
  values: Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  overwritten,
});

function report(outcomes: Record<string, number>, divergences: number): void {
  const rows = Object.entries(outcomes).toSorted(([, a], [, b]) => b - a);
  const lines = rows.map(([name, count]) => `${String(count).padStart(9)}  ${name}`);
  process.stdout.write(`${[...lines, `${cases} cases, seed ${seed}, ${divergences} divergences`].join('\n')}\n`);
}

describe('what happens to a consent', () => {
  const values: Record<string, FieldValue> = { TRUE: true, FALSE: false, Empty: null };
  const optionsOf = {
    'no option': { onConflict: 'reject', overwriteRefusals: false },
    'overwrite conflicts': { onConflict: 'overwrite', overwriteRefusals: false },
    'overwrite refusals alone': { onConflict: 'reject', overwriteRefusals: true },
    'overwrite refusals as well': { onConflict: 'overwrite', overwriteRefusals: true },
  } as const;
  const words = {
    apply: 'it is written',
    overwrite: 'it is written, and counted as overwritten',
    nothing: 'nothing',
    conflict: 'the line is rejected: changed since the export',
    refusal: 'the line is rejected: the refusal stands',
  };
  const consent: PlannedField = {
    path: 'authorisations.EMAIL',
    code: 'EMAIL',
    name: 'E-mail',
    kind: 'AUTHORISATION',
    newColumn: 1,
  };
  const oldOf = (said: string): OldValue =>
    said in values
      ? { value: values[said] ?? null }
      : said === 'no [old] column'
        ? { missing: true }
        : { unreadable: said === 'a blank [old]' ? '' : said };

  type Row = [said: string, now: string, asks: string, options: keyof typeof optionsOf, who: Role, happens: string];
  const read = (rows: string): Row[] =>
    rows
      .trim()
      .split('\n')
      .filter((row) => row.trim() !== '')
      .map((row) => row.split('|').map((cell) => cell.trim()) as Row);

  it.each(
    read(`
    Empty           | Empty | TRUE  | no option                  | operator | it is written
    TRUE            | TRUE  | FALSE | no option                  | operator | it is written
    TRUE            | TRUE  | Empty | no option                  | operator | it is written
    TRUE            | FALSE | FALSE | no option                  | operator | nothing
    Empty           | TRUE  | TRUE  | no option                  | operator | nothing
    unreadable      | TRUE  | TRUE  | no option                  | operator | nothing
    a blank [old]   | Empty | Empty | no option                  | operator | nothing
    no [old] column | FALSE | FALSE | no option                  | operator | nothing

    FALSE           | FALSE | TRUE  | no option                  | operator | it is written
    FALSE           | FALSE | Empty | no option                  | operator | it is written
    FALSE           | FALSE | TRUE  | overwrite conflicts        | operator | it is written
    FALSE           | FALSE | Empty | overwrite conflicts        | operator | it is written

    TRUE            | Empty | FALSE | no option                  | operator | the line is rejected: changed since the export
    Empty           | TRUE  | FALSE | no option                  | operator | the line is rejected: changed since the export
    FALSE           | TRUE  | Empty | no option                  | operator | the line is rejected: changed since the export
    unreadable      | Empty | TRUE  | no option                  | operator | the line is rejected: changed since the export
    a blank [old]   | Empty | TRUE  | no option                  | operator | the line is rejected: changed since the export
    a blank [old]   | TRUE  | FALSE | overwrite refusals alone   | admin    | the line is rejected: changed since the export

    Empty           | FALSE | TRUE  | no option                  | operator | the line is rejected: the refusal stands
    TRUE            | FALSE | TRUE  | no option                  | operator | the line is rejected: the refusal stands
    TRUE            | FALSE | Empty | no option                  | operator | the line is rejected: the refusal stands
    unreadable      | FALSE | TRUE  | no option                  | operator | the line is rejected: the refusal stands
    unreadable      | FALSE | Empty | no option                  | operator | the line is rejected: the refusal stands
    a blank [old]   | FALSE | TRUE  | no option                  | operator | the line is rejected: the refusal stands
    a blank [old]   | FALSE | Empty | no option                  | operator | the line is rejected: the refusal stands
    Empty           | FALSE | TRUE  | overwrite refusals alone   | admin    | the line is rejected: the refusal stands
    TRUE            | FALSE | Empty | overwrite refusals alone   | admin    | the line is rejected: the refusal stands

    Empty           | TRUE  | FALSE | overwrite conflicts        | operator | it is written, and counted as overwritten
    FALSE           | Empty | TRUE  | overwrite conflicts        | operator | it is written, and counted as overwritten
    FALSE           | TRUE  | Empty | overwrite conflicts        | operator | it is written, and counted as overwritten
    unreadable      | Empty | TRUE  | overwrite conflicts        | operator | it is written, and counted as overwritten
    a blank [old]   | Empty | TRUE  | overwrite conflicts        | operator | it is written, and counted as overwritten

    Empty           | FALSE | TRUE  | overwrite conflicts        | operator | the line is rejected: the refusal stands
    Empty           | FALSE | Empty | overwrite conflicts        | operator | the line is rejected: the refusal stands
    TRUE            | FALSE | TRUE  | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    TRUE            | FALSE | Empty | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    unreadable      | FALSE | TRUE  | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    unreadable      | FALSE | Empty | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    a blank [old]   | FALSE | Empty | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    Empty           | FALSE | TRUE  | overwrite refusals as well | operator | the line is rejected: the refusal stands
    TRUE            | FALSE | Empty | overwrite refusals as well | operator | the line is rejected: the refusal stands
    Empty           | FALSE | TRUE  | overwrite refusals as well | admin    | it is written, and counted as overwritten
    TRUE            | FALSE | Empty | overwrite refusals as well | admin    | it is written, and counted as overwritten
    unreadable      | FALSE | TRUE  | overwrite refusals as well | admin    | it is written, and counted as overwritten
    a blank [old]   | FALSE | Empty | overwrite refusals as well | admin    | it is written, and counted as overwritten

    no [old] column | Empty | TRUE  | no option                  | operator | it is written
    no [old] column | TRUE  | FALSE | no option                  | operator | it is written
    no [old] column | TRUE  | Empty | no option                  | operator | it is written
    no [old] column | FALSE | TRUE  | no option                  | operator | the line is rejected: the refusal stands
    no [old] column | FALSE | Empty | no option                  | operator | the line is rejected: the refusal stands
    no [old] column | FALSE | Empty | overwrite conflicts        | admin    | the line is rejected: the refusal stands
    no [old] column | FALSE | Empty | overwrite refusals alone   | operator | the line is rejected: the refusal stands
    no [old] column | FALSE | TRUE  | overwrite refusals alone   | admin    | it is written
    no [old] column | FALSE | Empty | overwrite refusals alone   | admin    | it is written
    `),
  )(
    'the file said %s, there is now %s, it asks for %s, with %s, by an %s: %s',
    (said, now, asks, option, role, happens) => {
      const change = { old: oldOf(said), new: values[asks] ?? null };
      const options = { ...optionsOf[option], requestedBy: { role } };
      expect(words[decideChange(consent, change, values[now] ?? null, options)]).toBe(happens);
    },
  );

  it.each(
    read(`
    TRUE  | TRUE  | Empty | no option                | operator | it is written
    TRUE  | TRUE  | FALSE | no option                | operator | it is written
    Empty | Empty | FALSE | no option                | operator | it is written
    Empty | Empty | TRUE  | no option                | operator | it is written
    FALSE | TRUE  | TRUE  | no option                | operator | nothing
    TRUE  | FALSE | FALSE | no option                | operator | nothing

    FALSE | FALSE | TRUE  | no option                | operator | the line is rejected: the refusal stands
    FALSE | FALSE | Empty | no option                | operator | the line is rejected: the refusal stands
    FALSE | FALSE | TRUE  | no option                | admin    | the line is rejected: the refusal stands
    FALSE | FALSE | Empty | overwrite refusals alone | operator | the line is rejected: the refusal stands
    FALSE | FALSE | TRUE  | overwrite refusals alone | admin    | it is written
    FALSE | FALSE | Empty | overwrite refusals alone | admin    | it is written

    TRUE  | Empty | FALSE | no option                | operator | the line is rejected: changed since the export
    FALSE | Empty | TRUE  | overwrite refusals alone | admin    | the line is rejected: changed since the export
    TRUE  | FALSE | Empty | no option                | operator | the line is rejected: the refusal stands
    TRUE  | FALSE | Empty | overwrite refusals alone | admin    | the line is rejected: the refusal stands
    `),
  )(
    'what is undone had made it %s, there is now %s, before it was %s, with %s, by an %s: %s',
    (made, now, before, option, role, happens) => {
      const change = { old: oldOf(made), new: values[before] ?? null };
      const options = { ...optionsOf[option], requestedBy: { role }, undoOf: 'imp_1' };
      expect(words[decideChange(consent, change, values[now] ?? null, options)]).toBe(happens);
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import type { PlannedChange, PlannedLine } from '@roundtrip/contracts';
import type { ContactDocument } from '@roundtrip/database';
import { formatValue, newCellReader, oldCellReader } from '@roundtrip/fields';
import { decideChunk } from '../../src/chunk.rules.js';
import type { DecisionRules } from '../../src/line-decision.rules.js';
import { caseOf } from './line.cases.js';
import { type Question, valueOf } from './line.oracle.js';

const cases = Number(process.env['CASES'] ?? 10_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

describe('a rejected line that is sent back unread', () => {
  it(`ends no refusal that the first file did not know of, in ${cases} random lines of seed ${seed}`, () => {
    let [stood, known] = [0, 0];
    for (let number = 0; number < cases; number++) {
      const question = caseOf(seed, number);
      const { dataType, contact, line } = question;
      if (dataType !== 'authorisations' || !contact) continue;
      const fields = question.fields.map((field) => ({ ...field, values: [] }));
      const written: PlannedLine = { ...line, raw: rowOf(question) };
      const [report] = decided(written, contact, question).reports;
      if (!report?.rejected) continue;
      const raw = report.raw ?? [];
      const changes = fields.flatMap((field, index): PlannedChange[] => {
        const reading = newCellReader(field)(raw[field.newColumn] ?? '');
        if (!('value' in reading)) return [];
        return [{ field: index, old: oldCellReader(field)(raw[field.oldColumn!] ?? ''), new: reading.value }];
      });
      // What else was wrong with the line has been put right; an operator sends it, with no option.
      const again: PlannedLine = { line: 2, contactNumber: '42', changes, issues: [], raw };
      const asFile = { ...question, isUndo: false, onConflict: 'reject', overwriteRefusals: false } as const;
      const [entry] = decided(again, { ...contact, valid: true, anonymised: false }, asFile).entries;
      for (const { path } of fields) {
        if (valueOf(contact, path) !== false) continue;
        const first = line.changes.find(({ field }) => fields[field]?.path === path);
        const knew = !question.isUndo && first !== undefined && 'value' in first.old && first.old.value === false;
        if (knew) known += 1;
        else if (first && first.new !== false) {
          stood += 1;
          expect({ number, path, ends: entry?.after[path] }).toEqual({ number, path, ends: undefined });
        }
      }
    }
    expect(Math.min(stood, known)).toBeGreaterThan(cases / 200);
  }, 3_600_000);
});

const decided = (line: PlannedLine, contact: ContactDocument, { role, isUndo, ...rules }: Question) => {
  const asked: DecisionRules = { ...rules, header: [], requestedBy: { role }, ...(isUndo && { undoOf: 'imp_1' }) };
  return decideChunk([line], new Map([[line.contactNumber ?? '', contact]]), asked);
};

/** The cells as their file had them, or as import-validation writes those of an undo. Without an `[old]` column there is a blank one here. */
function rowOf({ line, fields, isUndo }: Question): string[] {
  const row = ['42', ''];
  for (const { oldColumn, newColumn } of fields) row[oldColumn!] = row[newColumn] = '';
  for (const { field, old, new: wanted } of line.changes) {
    const { oldColumn, newColumn } = fields[field]!;
    row[oldColumn!] =
      'value' in old ? formatValue(fields[field]!, old.value) : 'unreadable' in old ? old.unreadable : '';
    const endsRefusal = 'value' in old && old.value === false;
    row[newColumn] = isUndo && endsRefusal ? '' : formatValue(fields[field]!, wanted);
  }
  return row;
}

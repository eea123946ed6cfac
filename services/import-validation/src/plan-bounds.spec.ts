import { describe, expect, it } from '@jest/globals';
import { columnName, type Definitions, type FieldDefinition } from '@roundtrip/fields';
import { BSON } from 'mongodb';
import { config } from './config.js';
import { readHeader } from './header/header.rules.js';
import { undoLayout } from './undo.rules.js';

const maxColumns = config.shape.IMPORT_MAX_COLUMNS.parse(undefined);
const maxRecordBytes = config.shape.IMPORT_MAX_RECORD_BYTES.parse(undefined);
const fields = Array.from({ length: maxColumns / 2 - 1 }, (_, index): FieldDefinition => {
  const code = `F${String(index).padStart(39, '0')}`;
  return {
    path: `criteria.${code}`,
    code,
    name: '🎭'.repeat(200),
    kind: 'MULTI_LIST',
    rank: index,
    active: true,
    values: [{ code: 'A', name: 'A', rank: 1, active: true }],
  };
});
const definitions: Definitions = { criteria: fields, authorisations: [] };
/** A chunk is full of lines or of bytes; what inflates further is refused. */
const chunksAtMost =
  config.shape.IMPORT_MAX_ROWS.parse(undefined) / config.shape.PLAN_CHUNK_LINES.parse(undefined) +
  config.shape.UPLOAD_MAX_INFLATED_BYTES.parse(undefined) / 1024 ** 2;
const mebibyte = 1024 ** 2;

describe('the plan of a file with as many columns as there may be', () => {
  const names = fields.flatMap((field) => [columnName('old', field), columnName('new', field)]);
  const header = ['CONTACT_NUMBER', ...names];

  it('fits into a document, whole and without its [old] columns', () => {
    // A header line is a record: what its names may take together is bounded by that.
    expect(header.join(',').length).toBeLessThan(maxRecordBytes);
    for (const cells of [header, header.filter((cell) => !cell.startsWith('[old]'))]) {
      const { warnings, ...layout } = readHeader(cells, 'criteria', definitions);
      const plan = { header: layout.header, fields: layout.fields.map(({ planned }) => planned), warnings };
      expect(plan.fields).toHaveLength(fields.length);
      const chunkHashes = Array.from({ length: chunksAtMost }, () => '0'.repeat(64));
      expect(BSON.calculateObjectSize({ ...plan, chunkHashes })).toBeLessThan(7 * mebibyte);
      expect(BSON.calculateObjectSize({ ...undoLayout(plan.fields, 'criteria') })).toBeLessThan(6 * mebibyte);
    }
  });

  it('says of each field what its values may take, for whoever decides about the lines', () => {
    const { fields: read } = readHeader(header, 'criteria', definitions);
    expect(read[0]?.planned.valueBytes).toBeGreaterThan(0);
    expect(undoLayout([read[0]!.planned], 'criteria').fields[0]).toEqual({
      ...read[0]!.planned,
      oldColumn: 1,
      newColumn: 2,
    });
  });
});

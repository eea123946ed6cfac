import { describe, expect, it } from '@jest/globals';
import { previewTable } from './preview-table.rules.js';

const fields = [
  { code: 'A', name: 'Arts' },
  { code: 'B', name: 'Bees' },
];
const answer = {
  fields: ['A', 'B'],
  header: ['CONTACT_NUMBER', 'EMAIL', '[old] A - Arts', '[new] A - Arts', '[old] B - Bees', '[new] B - Bees'],
  lines: [['00123', 'a@b.example', 'x|y', '', 'Empty', '']],
};

describe('what the file will look like', () => {
  it('has the columns of the chosen fields, in their order, with the values of the contacts', () => {
    expect(previewTable(fields, ['B', 'A'], answer)).toEqual({
      header: ['CONTACT_NUMBER', 'EMAIL', '[old] B - Bees', '[new] B - Bees', '[old] A - Arts', '[new] A - Arts'],
      lines: [['00123', 'a@b.example', 'Empty', '', 'x|y', '']],
    });
    expect(previewTable(fields, ['B'], answer).lines).toEqual([['00123', 'a@b.example', 'Empty', '']]);
    expect(previewTable(fields, [], answer).header).toEqual(['CONTACT_NUMBER', 'EMAIL']);
  });

  it('leaves out a field that the answer does not know', () => {
    expect(previewTable(fields, ['C', 'B'], answer).lines).toEqual([['00123', 'a@b.example', 'Empty', '']]);
  });

  it('has its header before a target is chosen', () => {
    expect(previewTable(fields, ['B'], undefined)).toEqual({
      header: ['CONTACT_NUMBER', 'EMAIL', 'LAST_NAME', 'FIRST_NAME', '[old] B - Bees', '[new] B - Bees'],
      lines: [],
    });
  });
});

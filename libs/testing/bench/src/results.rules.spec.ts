import { describe, expect, it } from '@jest/globals';
import {
  headlines,
  quoted,
  type Result,
  sectionText,
  shown,
  tableText,
  withSection,
  withTable,
} from './results.rules.js';

const steady = { median: 1234567.8, spread: 0.02, reproducible: true };
const wild = { median: 1234567.8, spread: 0.4, reproducible: false };
const result: Result = {
  headline: '2 × as fast',
  facts: ['10 contacts'],
  tables: [
    {
      columns: ['who', 'lines/s'],
      rows: [
        ['ours', '20'],
        ['a peer', '1,000'],
      ],
    },
  ],
  notes: ['polars was left out: there is no Python.'],
};

describe('a figure', () => {
  it('is shown with its spread, and not quoted, when it is not reproducible', () => {
    expect([shown(steady), quoted(steady)]).toEqual(['1,234,568', '1,234,568']);
    expect([shown(wild), quoted(wild)]).toEqual(['1,234,568 (not reproducible: ± 40 %)', 'not reproducible']);
  });
});

describe('a table', () => {
  it('is Markdown whose columns stand below each other', () => {
    expect(tableText(result.tables[0]!).split('\n')).toEqual([
      '| who    | lines/s |',
      '| ------ | ------: |',
      '| ours   |      20 |',
      '| a peer |   1,000 |',
    ]);
  });

  it('holds a bar as text', () => {
    expect(tableText({ columns: ['a'], rows: [['x|y']] })).toContain('| x\\|y |');
  });
});

describe('the file of results', () => {
  const names = ['read', 'check', 'idle'];
  const section = (name: string, headline: string): string => sectionText(name, { ...result, headline }, ['today']);
  const written = (['idle', 'read', 'check'] as const).reduce(
    (file, name) => withSection(file, name, section(name, `of ${name}`), names),
    '# Results\n\nWhat was measured.\n',
  );

  it('has a section for each bench, in one order whatever was run when', () => {
    expect([...written.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(names);
    expect(written.startsWith('# Results\n\nWhat was measured.\n\n## read\n\n**of read**\n\n- today\n')).toBe(true);
  });

  it('replaces the section of a bench that is run again, and no other', () => {
    const again = withSection(written, 'check', section('check', 'another'), names);
    expect(again.replace('**another**', '**of check**')).toBe(written);
    expect(again).not.toBe(written);
  });

  it('says which bound is not kept', () => {
    expect(sectionText('fair', { ...result, failure: 'twice as long' }, [])).toContain('Bound not kept: twice as long');
  });

  it('gives its headlines to the README, between two comments', () => {
    const readme = 'before\n<!-- bench: made -->\nold\n<!-- /bench -->\nafter\n';
    expect(withTable(readme, headlines(written))).toBe(
      'before\n<!-- bench: made -->\n\n| bench | last run |\n| --- | --- |\n| `read` | of read |\n| `check` | of check |\n| `idle` | of idle |\n\n<!-- /bench -->\nafter\n',
    );
    expect(() => withTable('nothing', headlines(written))).toThrow('no place');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allTopics, catalogue } from './index.js';
import { readme } from './readme.js';

describe('the README of the contracts', () => {
  it('is what the catalogue says now', () => {
    expect(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')).toBe(readme());
  });

  it('names every topic, its key and its consumers in one row', () => {
    const rows = readme().split('\n');
    for (const topic of allTopics) expect(rows.filter((row) => row.startsWith(`| \`${topic}\` `))).toHaveLength(1);
    for (const { topic, consumers, says } of catalogue) {
      const row = rows.find((line) => line.startsWith(`| \`${topic}\` `));
      expect(row).toContain(consumers.join(', '));
      expect(row).toContain(says);
    }
    expect(rows.find((line) => line.includes('bulk-update.chunk-ready.v1'))).toContain('`{importId}:{chunk}`');
  });
});

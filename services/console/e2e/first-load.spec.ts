import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

// Looks at what `npm run build` made.
const dist = join(import.meta.dirname, '../dist');
const index = readFileSync(join(dist, 'index.html'), 'utf8');
const addresses = [...index.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');

describe('the built console', () => {
  it('needs less than 300 kB to show its first page, also from a browser that knows gzip only', () => {
    const files = addresses.filter((address) => /\.(js|css)$/.test(address));
    expect(files.length).toBeGreaterThanOrEqual(2);
    const bytes = files.reduce((sum, file) => sum + statSync(join(dist, `${file}.gz`)).size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
  });

  it('asks nobody else for anything', () => {
    expect(addresses.filter((address) => !address.startsWith('/assets/'))).toEqual([]);
    const styles = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'));
    for (const name of styles) {
      expect(readFileSync(join(dist, 'assets', name), 'utf8')).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//);
    }
  });

  it('brings the pages that come later in files of their own', () => {
    const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    for (const page of ['new', 'template', 'template-details', 'import-details', 'targets', 'target']) {
      expect(scripts.filter((name) => name.startsWith(`${page}.page-`))).toHaveLength(1);
    }
  });
});

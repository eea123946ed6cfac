import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(import.meta.dirname, '../../../../services/gateway');
const page = readFileSync(join(folder, 'SECURITY.md'), 'utf8');
const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path as string);

/** Of version 5. */
const chapters = [
  'Encoding and Sanitization',
  'Validation and Business Logic',
  'Web Frontend Security',
  'API and Web Service',
  'File Handling',
  'Authentication',
  'Session Management',
  'Authorization',
  'Self-contained Tokens',
  'OAuth and OIDC',
  'Cryptography',
  'Secure Communication',
  'Configuration',
  'Data Protection',
  'Secure Coding and Architecture',
  'Security Logging and Error Handling',
  'WebRTC',
];

describe('the security page', () => {
  it('links only to specs, and each is there', () => {
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !/\.(?:spec|scenarios)\.ts$/.test(link))).toEqual([]);
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });

  it('has a spec, or says why not, under each chapter of the ASVS, in its order', () => {
    const parts = page.split(/^## /m).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).toEqual(chapters.map((name, index) => `V${index + 1} ${name}`));
    const empty = parts.filter((part) => !part.includes('.ts)') && !part.includes('Does not apply'));
    expect(empty).toEqual([]);
  });
});

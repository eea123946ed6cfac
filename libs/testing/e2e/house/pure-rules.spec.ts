import { describe, expect, it } from '@jest/globals';
import { importsOf, sources } from './sources.js';

/** Rules get time, ids and chance as arguments, so that a table can say what they answer. */

const foreign = [
  /^@nestjs\//,
  /^(?:mongoose|mongodb|minio|express|nodemailer)$/,
  /^@roundtrip\/(?:service|test-kit)$/,
  /^node:(?!url$|util$|path|crypto$|buffer$)/,
];
/** What of the database's package asks no database. */
const pureOfDatabase = ['charactersOf', 'contactId', 'isLiveKey', 'keysBegin', 'searchedFields'];

/** The values that a text takes from the database's package. */
const ofDatabase = (text: string): string[] =>
  [...text.matchAll(/^import \{([^}]*)\} from '@roundtrip\/database'/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

const impure: Record<string, RegExp> = {
  'the clock': /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bprocess\.(?:hrtime|uptime)/,
  chance: /\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\b/,
  timers: /\bset(?:Timeout|Interval|Immediate)\(/,
  'the environment': /\bprocess\.env\b/,
};

const isCode = (line: string): boolean => !/^\s*(?:\/\/|\*|\/\*)/.test(line);

function faultsOf(text: string): string[] {
  const code = text.split('\n').filter(isCode).join('\n');
  return [
    ...importsOf(text)
      .filter(({ specifier, isType }) => !isType && foreign.some((name) => name.test(specifier)))
      .map(({ specifier }) => specifier),
    ...ofDatabase(text).filter((name) => !pureOfDatabase.includes(name)),
    ...Object.entries(impure).flatMap(([name, pattern]) => (pattern.test(code) ? [name] : [])),
  ];
}

const rules = sources.filter(({ path }) => path.endsWith('.rules.ts'));

describe('a file of rules', () => {
  it('is there, many times', () => {
    expect(rules.length).toBeGreaterThan(40);
  });

  it.each(rules.map(({ path, text }) => [path, text] as const))(
    'asks for nothing but its arguments: %s',
    (_path, text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );

  it.each([
    [`import { Injectable } from '@nestjs/common';`, '@nestjs/common'],
    [`import { connectDatabase, contactId, type Database } from '@roundtrip/database';`, 'connectDatabase'],
    [`import { readFileSync } from 'node:fs';`, 'node:fs'],
    [`const at = new Date();`, 'the clock'],
    [`const at = Date.now();`, 'the clock'],
    [`const id = randomUUID();`, 'chance'],
  ])('would be noticed when it said %s', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});

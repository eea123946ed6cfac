import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ServiceName, services } from '@roundtrip/contracts';
import { collectionOwners, privilegesOf } from '@roundtrip/database';
import { bucketOwners } from '@roundtrip/files';

/** Who writes what: the rights that the stores give are those that the services use, no fewer and no more. */

const root = join(import.meta.dirname, '../../../..');
const sources = (service: ServiceName): string[] =>
  readdirSync(join(root, 'services', service, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => readFileSync(join(root, 'services', service, 'src', path), 'utf8'));

/** `service name`, for each name that the pattern finds in the service's source. */
const uses = (pattern: RegExp, text = sources): Set<string> =>
  new Set(
    services.flatMap((service) =>
      text(service).flatMap((source) => namesIn(source, pattern).map((name) => `${service} ${name}`)),
    ),
  );
const namesIn = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');

const collections = Object.keys(collectionOwners).join('|');
const collectionWrites = new RegExp(
  `\\b(${collections})\\s*(?:\\.sentOnce\\s*)?\\.(?:insert|update|replace|delete)(?:One|Many|Once)(?:<\\w+>)?\\(|\\b(${collections})\\s*\\.(?:bulkWrite|findOneAnd\\w+)\\(|storeVersion\\([\\w.]+, '(\\w+)'`,
  'g',
);
const bucketWrites = /\.(?:put|remove|removeAll|removePrefix)\(\s*'(\w+)'|sweepBucket\([\w.]+, '(\w+)'/g;
const bucketReads = /\.(?:get|getRange|stat)\(\s*'(\w+)'/g;

describe('the owners of collections', () => {
  it('are the only ones that write them, and each writes its own', () => {
    const owned = Object.entries(collectionOwners).map(([collection, owner]) => `${owner} ${collection}`);
    expect([...uses(collectionWrites)].toSorted()).toEqual(owned.toSorted());
  });

  it('would be noticed when one wrote what is another service’s', () => {
    const wrong = () => [
      'this.database.contacts.updateOne(',
      'this.database.mails.sentOnce.deleteOne(',
      "storeVersion(this.database, 'targets', document)",
    ];
    expect(uses(collectionWrites, wrong)).toContain('gateway contacts');
    expect(uses(collectionWrites, wrong)).toContain('gateway mails');
    expect(uses(collectionWrites, wrong)).toContain('gateway targets');
  });

  it.each(services)('have no other right to change than this: %s', (service) => {
    const written = privilegesOf(service, 'roundtrip').filter(({ actions }) => !actions.includes('find'));
    const own = Object.entries(collectionOwners).filter(([, owner]) => owner === service);
    expect(written.map(({ resource }) => resource.collection)).toEqual(own.map(([collection]) => collection));
    expect(new Set(written.flatMap(({ actions }) => actions))).toEqual(
      own.length === 0 ? new Set() : new Set(['insert', 'update', 'remove']),
    );
  });
});

describe('the owners of buckets', () => {
  it('are the only ones that write them', () => {
    const owned = Object.entries(bucketOwners).map(([bucket, { writer }]) => `${writer} ${bucket}`);
    expect([...uses(bucketWrites)].toSorted()).toEqual(owned.toSorted());
  });

  it('are read by those alone who may', () => {
    const foreign = [...uses(bucketReads)].filter((use) => !uses(bucketWrites).has(use));
    const readers = Object.entries(bucketOwners).flatMap(([bucket, owner]) =>
      owner.readers.map((reader) => `${reader} ${bucket}`),
    );
    expect(foreign.toSorted()).toEqual(readers.toSorted());
  });
});

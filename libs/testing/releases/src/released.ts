import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNewer, lastRelease, type Release } from './changelog.rules.js';
import type { Json } from './changes/schema-changes.rules.js';

/** A message as it was sent, with the key and the event id that it had. */
export interface Golden {
  key: string;
  eventId: string;
  data: unknown;
}

/** What releases promised, as files: the documents of the last one, and messages of each. */
export const fixtures = join(import.meta.dirname, '../fixtures');

export const changelogFile = join(import.meta.dirname, '../../../../deploy/CHANGELOG.md');

/** As the changelog has it. */
export const newestRelease = (): Release => lastRelease(readFileSync(changelogFile, 'utf8'));

const read = (file: string): unknown => JSON.parse(readFileSync(join(fixtures, file), 'utf8'));

/** The document of the last release. */
export const releasedDocument = (name: 'openapi' | 'asyncapi'): Json => read(`${name}.json`) as Json;

/** All whose messages are kept, oldest first. */
export const releases = (): string[] =>
  readdirSync(join(fixtures, 'messages'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted((one, other) => (isNewer(one, other) ? 1 : -1));

/** By topic. */
export const messagesOf = (release: string): Record<string, Golden[]> =>
  read(`messages/${release}.json`) as Record<string, Golden[]>;

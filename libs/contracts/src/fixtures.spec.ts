import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from './index.js';

/** Messages as they were sent: added, never edited. */
interface Golden {
  key: string;
  eventId: string;
  data: unknown;
}

const folder = join(import.meta.dirname, '../fixtures');
const goldens = (topic: string): Golden[] =>
  JSON.parse(readFileSync(join(folder, `${topic}.json`), 'utf8')) as Golden[];

const versionOf = (topic: string) => Number(/\d+$/.exec(topic)?.[0]);
/** As messages are said now; older forms are only read. */
const currentForms = catalogue.filter(
  ({ topic }) =>
    !catalogue.some(
      (other) =>
        other.topic.replace(/\d+$/, '') === topic.replace(/\d+$/, '') && versionOf(other.topic) > versionOf(topic),
    ),
);
const forbidden = ['rule', 'requestedBy', 'cancelledBy', 'email', 'errors', 'value', 'values', 'definition'];

const leaves = (value: unknown, path: string[] = []): [path: string[], value: unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
    : [[path, value]];

describe('messages that were sent once', () => {
  it('are kept for every topic, and for no topic that nobody knows', () => {
    const kept = readdirSync(folder).map((file) => basename(file, '.json'));
    expect(kept.toSorted()).toEqual(catalogue.map(({ topic }) => topic).toSorted());
    for (const topic of kept) expect(goldens(topic).length).toBeGreaterThan(0);
  });

  it.each(catalogue.map((definition) => [definition.topic, definition] as const))(
    'to %s are still understood, lose nothing, and have the same key and event id as then',
    (topic, definition) => {
      for (const { key, eventId, data } of goldens(topic)) {
        const read = definition.data.parse(data);
        expect(read).toEqual(data);
        expect({ key: definition.key(read), eventId: definition.id(read) }).toEqual({ key, eventId });
      }
    },
  );

  it.each(currentForms.map((definition) => [definition.topic]))(
    'to %s carry ids, codes, counts and times: no rule, no name, no words of people',
    (topic) => {
      for (const { data } of goldens(topic)) {
        for (const [path, value] of leaves(data)) {
          const field = path.at(-1)!;
          expect(forbidden.filter((name) => path.includes(name))).toEqual([]);
          // Sentences of ours, of which none quotes what somebody wrote.
          if (typeof value !== 'string' || ['detail', 'reason'].includes(field)) continue;
          expect(value).toMatch(/^[\w:.+/-]{1,100}$/);
          if (field === 'name') expect(path).toEqual(['file', 'name']);
        }
      }
    },
  );

  it('carry no e-mail address', () => {
    const texts = catalogue.map(({ topic }) => JSON.stringify(goldens(topic)));
    expect(texts.filter((text) => text.includes('@'))).toEqual([]);
  });
});

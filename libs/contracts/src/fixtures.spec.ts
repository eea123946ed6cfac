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

  it('carry no e-mail address', () => {
    const texts = catalogue.map(({ topic }) => JSON.stringify(goldens(topic)));
    expect(texts.filter((text) => text.includes('@'))).toEqual([]);
  });
});

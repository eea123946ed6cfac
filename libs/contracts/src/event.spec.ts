import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allTopics, catalogue, deadLetterTopic, event, services } from './index.js';

const anything = { says: '', consumers: [], data: z.object({}), key: () => '', id: () => '' };

describe('the topic catalogue', () => {
  it.each(['targets.saved', 'nobody.saved.v1', 'targets.Saved.v1', 'targets.saved.v0', '.v1'])(
    'refuses the topic name "%s"',
    (topic) => {
      expect(() => event(topic, anything)).toThrow(topic);
    },
  );

  it('names no topic twice', () => {
    expect(new Set(allTopics).size).toBe(allTopics.length);
  });

  it('gives every event at least one consumer that is a service', () => {
    for (const definition of catalogue) {
      expect(definition.consumers.length).toBeGreaterThan(0);
      expect(services).toEqual(expect.arrayContaining([...definition.consumers]));
    }
  });

  it('has a dead letter topic for every service', () => {
    expect(allTopics).toEqual(expect.arrayContaining(services.map(deadLetterTopic)));
  });
});

import { describe, expect, it } from '@jest/globals';
import { allTopics, chunkReady, deadLetterTopic } from '@roundtrip/contracts';
import { changesWanted, configOf, type ExistingTopic, replicationFor } from './topics.rules.js';

const ordinary = allTopics.find((topic) => topic !== chunkReady.topic && !topic.endsWith('.dlq'))!;
const topic = (changes: Partial<ExistingTopic> = {}): ExistingTopic => ({
  topic: ordinary,
  partitions: 6,
  copies: 3,
  inSync: 2,
  ...changes,
});

describe('copies of a topic', () => {
  it.each([
    [1, { copies: 1, inSync: 1 }],
    [2, { copies: 2, inSync: 1 }],
    [3, { copies: 3, inSync: 2 }],
    [12, { copies: 3, inSync: 2 }],
  ])('with %i brokers are %j', (brokers, replication) => {
    expect(replicationFor(brokers)).toEqual(replication);
    expect(configOf(ordinary, 6, replicationFor(brokers))).toMatchObject({
      replicationFactor: replication.copies,
      configEntries: [{ name: 'min.insync.replicas', value: String(replication.inSync) }],
    });
  });

  it('never are fewer than a write waits for', () => {
    for (let brokers = 1; brokers < 10; brokers++) {
      const { copies, inSync } = replicationFor(brokers);
      expect(inSync).toBeLessThanOrEqual(copies);
    }
  });
});

describe('topics that are there', () => {
  it.each<[string, ExistingTopic[], RegExp[]]>([
    ['as they should be', [topic()], []],
    ['with more of everything', [topic({ partitions: 50, copies: 5, inSync: 3 })], []],
    ['of somebody else', [topic({ topic: 'of-others', partitions: 1, copies: 1, inSync: 1 })], []],
    ['with a partition', [topic({ partitions: 1 })], [new RegExp(`${ordinary} has 1 of 6 .*--partitions 6`)]],
    ['where the work is', [topic({ topic: chunkReady.topic })], [/has 6 of 12 partitions/]],
    ['for dead letters', [topic({ topic: deadLetterTopic('gateway'), partitions: 1 })], []],
    ['that are not copied', [topic({ copies: 1, inSync: 1 })], [/fewer than 3 copies.*with 3 replicas/]],
    ['whose copies nobody waits for', [topic({ inSync: 1 })], [/with 1 of 3 copies.*min.insync.replicas=2/]],
  ])('%s', (_what, there, said) => {
    const changes = changesWanted(there, 6, { copies: 3, inSync: 2 });
    expect(changes).toHaveLength(said.length);
    for (const [at, pattern] of said.entries()) expect(changes[at]).toMatch(pattern);
  });

  it('with the same to change are named in one sentence', () => {
    const thin = allTopics.map((name) => topic({ topic: name, partitions: 12, copies: 1, inSync: 1 }));
    const changes = changesWanted(thin, 6, { copies: 3, inSync: 2 });
    expect(changes).toHaveLength(1);
    for (const name of allTopics) expect(changes[0]).toContain(name);
  });

  it('are let alone by one broker', () => {
    expect(changesWanted([topic({ copies: 1, inSync: 1 })], 6, replicationFor(1))).toEqual([]);
  });
});

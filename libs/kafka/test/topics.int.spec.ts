import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allTopics, chunkReady } from '@roundtrip/contracts';
import { createTopics, type EventPublisher, followTopics } from '../src/index.js';
import { access, createTopic, startPublisher, thing, until, asAdmin } from './real-service.js';

const followers = async (): Promise<string[]> => {
  const { groups } = await asAdmin((admin) => admin.listGroups());
  return groups.map(({ groupId }) => groupId).filter((id) => id.startsWith('gateway.follow.'));
};

describe('the topics of the catalogue', () => {
  it('are all there after they were created, and creating them again changes nothing', async () => {
    await createTopics(access);
    const { topics } = await asAdmin((admin) => admin.fetchTopicMetadata({ topics: [...allTopics] }));
    expect(topics.map(({ name }) => name).toSorted()).toEqual([...allTopics].toSorted());
    expect(topics.find(({ name }) => name === chunkReady.topic)?.partitions.length).toBeGreaterThanOrEqual(12);
    expect(await createTopics(access)).toEqual({ created: [], changesWanted: [] });
    const more = await createTopics({ ...access, partitions: 50 });
    expect(more.created).toEqual([]);
    expect(more.changesWanted.join('\n')).toContain(`--topic ${chunkReady.topic} --partitions 50`);
    expect(more.changesWanted.join('\n')).not.toContain('copies');
  });

  it('cannot be created without a broker, which is said within some seconds', async () => {
    await expect(createTopics({ brokers: ['127.0.0.1:1'] })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('following topics', () => {
  let targets: { publisher: EventPublisher; stop(): Promise<void> };
  beforeAll(async () => {
    targets = await startPublisher('targets');
  });
  afterAll(() => targets.stop());

  it('sees everything that is said after it resolved, nothing from before, in every process, and leaves no group behind', async () => {
    const saved = thing('targets', 'gateway');
    await createTopic(saved, 6);
    await targets.publisher.publishAll(
      saved,
      Array.from({ length: 12 }, (_, n) => ({ thingId: `before-${n}` })),
    );
    const groupsBefore = await followers();
    const seen: [string[], string[]] = [[], []];
    const follow = (who: 0 | 1) =>
      followTopics({
        ...access,
        service: 'gateway',
        events: [saved],
        onEvent: (_definition, data) => void seen[who].push((data as { thingId: string }).thingId),
      });
    const [first, second] = await Promise.all([follow(0), follow(1)]);
    const after = Array.from({ length: 12 }, (_, n) => ({ thingId: `after-${n}` }));
    await targets.publisher.publishAll(saved, after);
    await until(() => seen.every((ids) => ids.length >= 12));
    for (const ids of seen)
      expect([...new Set(ids)].toSorted()).toEqual(after.map(({ thingId }) => thingId).toSorted());
    expect(await followers()).toHaveLength(groupsBefore.length + 2);
    await Promise.all([first.stop(), second.stop()]);
    expect((await followers()).toSorted()).toEqual(groupsBefore.toSorted());
  });

  it('lives on when its listener fails', async () => {
    const saved = thing('targets', 'gateway');
    await createTopic(saved, 1);
    const seen: string[] = [];
    const following = await followTopics({
      ...access,
      service: 'gateway',
      events: [saved],
      onEvent: (_definition, data) => {
        const { thingId } = data as { thingId: string };
        seen.push(thingId);
        if (thingId === 'bad') throw new TypeError('raw');
      },
    });
    await targets.publisher.publishAll(saved, [{ thingId: 'bad' }, { thingId: 'good' }]);
    await until(() => seen.includes('good'));
    expect(seen).toEqual(['bad', 'good']);
    await following.stop();
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ContactFeed } from './contact-feed.reader.js';

async function* inBatches<T>(batches: T[][], onEnd: () => void = () => {}): AsyncGenerator<T[]> {
  try {
    yield* batches;
  } finally {
    onEnd();
  }
}

describe('the feed of contacts', () => {
  it('hands out everything once and in order, whatever the batches and portions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.nat())), fc.integer({ min: 1, max: 7 }), async (batches, portion) => {
        const feed = new ContactFeed(inBatches(batches.map((batch) => [...batch])));
        const taken: number[] = [];
        while (!(await feed.isEmpty())) {
          const items = await feed.take(portion);
          expect(items.length).toBeGreaterThan(0);
          expect(items.length).toBeLessThanOrEqual(portion);
          taken.push(...items);
        }
        expect(taken).toEqual(batches.flat());
        expect(await feed.take(portion)).toEqual([]);
      }),
    );
  });

  it('ends its source when it is closed half way', async () => {
    let ended = false;
    const feed = new ContactFeed(inBatches([[1], [2]], () => (ended = true)));
    await feed.take(1);
    await feed.close();
    expect(ended).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { watchDatabase } from './database-watch.js';

const soon = { intervalMs: 1, patienceMs: 5 };

/** More than patience lasts: a look comes a millisecond after the one before, or later. */
const looksAtMost = 30;

/** Watches until the verdict, or for so many looks. */
async function verdict(answers: () => boolean, answersAnew: () => boolean): Promise<'stuck' | 'fine'> {
  const end = new AbortController();
  let looks = 0;
  let stuck = false;
  await watchDatabase(
    {
      answers: async () => {
        looks += 1;
        if (looks === looksAtMost) end.abort();
        return answers();
      },
      answersAnew: async () => answersAnew(),
      onStuck: () => {
        stuck = true;
      },
    },
    end.signal,
    soon,
  );
  return stuck ? 'stuck' : 'fine';
}

describe('the watch over the database connection', () => {
  it('finds a connection stuck when the server answers others', async () => {
    expect(
      await verdict(
        () => false,
        () => true,
      ),
    ).toBe('stuck');
  });

  it('waits while the server itself is away', async () => {
    expect(
      await verdict(
        () => false,
        () => false,
      ),
    ).toBe('fine');
  });

  it('says nothing of a connection that answers', async () => {
    expect(
      await verdict(
        () => true,
        () => true,
      ),
    ).toBe('fine');
  });

  it('says nothing of one that came back while the other was asked', async () => {
    let back = false;
    expect(
      await verdict(
        () => back,
        () => (back = true),
      ),
    ).toBe('fine');
  });

  it('ends with its signal', async () => {
    const ended = watchDatabase(
      { answers: async () => true, answersAnew: async () => true, onStuck: () => {} },
      AbortSignal.abort(),
      soon,
    );
    await expect(ended).resolves.toBeUndefined();
  });
});

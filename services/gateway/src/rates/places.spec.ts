import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';

const says = { say: 'uploads-at-once', with: { most: 2 } };
const tooMany = expect.objectContaining({ code: 'TOO_MANY_AT_ONCE', says: [says] });
const given = (): Places => new Places(2, says, 1);

describe('places', () => {
  it('are so many for each; one that is given back can be taken, and is given back once', () => {
    const places = given();
    const leave = places.take('ours');
    places.take('ours');
    expect(() => places.take('ours')).toThrow(tooMany);
    expect(() => places.take('theirs')).not.toThrow();
    leave();
    leave();
    places.take('ours');
    expect(() => places.take('ours')).toThrow(tooMany);
  });

  it('are waited for in the order in which they were asked for', async () => {
    const places = given();
    const held = [places.take('ours'), places.take('ours')];
    const came: number[] = [];
    const waiting = [1, 2, 3].map(async (n) => {
      const leave = await places.takeWithin(60_000, 'ours');
      came.push(n);
      leave();
    });
    expect(() => places.take('ours')).toThrow(tooMany);
    held[0]?.();
    await Promise.all(waiting);
    expect(came).toEqual([1, 2, 3]);
    // All but one that is still held were given back.
    expect(() => places.take('ours')).not.toThrow();
    expect(() => places.take('ours')).toThrow(tooMany);
  });

  it('are not waited for longer than was said, nor by more than may wait', async () => {
    const places = given();
    const held = [places.take('ours'), places.take('ours')];
    const late = places.takeWithin(1, 'ours', { maxWaiting: 1 });
    await expect(places.takeWithin(60_000, 'ours', { maxWaiting: 1 })).rejects.toEqual(tooMany);
    await expect(late).rejects.toEqual(tooMany);
    held.forEach((leave) => leave());
    const leave = await places.takeWithin(1, 'ours', { maxWaiting: 1 });
    leave();
    places.take('ours');
    expect(() => places.take('ours')).not.toThrow();
  });

  it('are no more waited for by whoever has left: the next one is not behind her', async () => {
    const places = given();
    const held = [places.take('ours'), places.take('ours')];
    const left = new AbortController();
    const gone = places.takeWithin(60_000, 'ours', { signal: left.signal });
    const next = places.takeWithin(60_000, 'ours');
    left.abort();
    await expect(gone).rejects.toThrow();
    held[0]?.();
    (await next)();
    held[1]?.();
    for (let n = 0; n < 2; n++) places.take('ours');
    await expect(places.takeWithin(60_000, 'ours', { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

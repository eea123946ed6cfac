import { describe, expect, it } from '@jest/globals';
import type { ChunkDocument, ChunkEntry } from '@roundtrip/database';
import { settle } from './settlement.js';

const entry = (rev: number, previous: string | null): ChunkEntry => ({
  line: 2,
  contactNumber: '1',
  rev,
  previous,
  before: { lastName: 'a' },
  after: { lastName: 'b' },
});
const chunk = (id: string, ...entries: ChunkEntry[]): ChunkDocument => ({ _id: id, entries }) as ChunkDocument;
const settled = async (
  ours: ChunkDocument,
  head: { rev: number; lastChange: string | null } | undefined,
  ...others: ChunkDocument[]
) => {
  const all = new Map([ours, ...others].map((one) => [one._id, one]));
  const { pending, overtaken } = await settle(ours, new Map(head ? [['1', head]] : []), async (id) => all.get(id));
  return pending.length > 0 ? 'pending' : overtaken.length > 0 ? 'overtaken' : 'applied';
};

describe('an entry that a guarded write did not match', () => {
  const ours = chunk('A:00000', entry(1, null));

  it('was applied when the contact names our chunk', async () => {
    expect(await settled(ours, { rev: 2, lastChange: 'A:00000' })).toBe('applied');
  });

  it('was applied when later imports stand on ours', async () => {
    const b = chunk('B:00000', entry(2, 'A:00000'));
    const c = chunk('C:00000', entry(3, 'B:00000'));
    expect(await settled(ours, { rev: 4, lastChange: 'C:00000' }, b, c)).toBe('applied');
  });

  it('was overtaken when another import wrote the rev that it was decided on', async () => {
    const b = chunk('B:00000', entry(1, null));
    expect(await settled(ours, { rev: 2, lastChange: 'B:00000' }, b)).toBe('overtaken');
    const c = chunk('C:00000', entry(2, 'B:00000'));
    expect(await settled(ours, { rev: 3, lastChange: 'C:00000' }, b, c)).toBe('overtaken');
  });

  it('is pending while the contact stands where the decision saw it', async () => {
    expect(await settled(ours, { rev: 1, lastChange: null })).toBe('pending');
  });

  it('is pending when its contact is still to be made, and overtaken when another made it', async () => {
    const maker = chunk('A:00000', entry(0, null));
    expect(await settled(maker, undefined)).toBe('pending');
    expect(await settled(maker, { rev: 1, lastChange: 'B:00000' }, chunk('B:00000', entry(0, null)))).toBe('overtaken');
    expect(await settled(maker, { rev: 1, lastChange: null })).toBe('overtaken');
    expect(await settled(maker, { rev: 1, lastChange: 'A:00000' })).toBe('applied');
  });

  it('is decided again when its contact has vanished, or was restored to a rev before the decision', async () => {
    expect(await settled(ours, undefined)).toBe('overtaken');
    const later = chunk('A:00000', entry(3, 'B:00000'));
    expect(await settled(later, { rev: 2, lastChange: 'C:00000' })).toBe('overtaken');
    expect(await settled(later, { rev: 3, lastChange: 'B:00000' })).toBe('pending');
  });

  it('ends with an error when the history is broken, rather than guess', async () => {
    await expect(settled(ours, { rev: 3, lastChange: 'LOST:00000' })).rejects.toThrow('LOST:00000');
  });
});

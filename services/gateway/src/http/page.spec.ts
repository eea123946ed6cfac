import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { pageOfList, pageQuery, readCursor, toPage, writeCursor } from './page.js';

describe('the limit of a list', () => {
  it.each([
    ['1', 1],
    ['200', 200],
    [undefined, 50],
  ])('%s is %s', (limit, expected) => {
    expect(pageQuery.parse({ limit }).limit).toBe(expected);
  });

  it.each(['0', '201', '-1', '1.5', '1e2', ' 5', 'ten', '', '99999999999999999999'])('"%s" is refused', (limit) => {
    expect(pageQuery.safeParse({ limit }).success).toBe(false);
  });

  it('that is there twice is refused', () => {
    expect(pageQuery.safeParse({ limit: ['1', '2'] }).success).toBe(false);
  });
});

describe('a cursor', () => {
  it('leads back to its position', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(), fc.string()), (position) => {
        expect(readCursor(writeCursor(position), z.tuple([z.int(), z.string()]))).toEqual(position);
      }),
    );
  });

  it.each([
    'garbage',
    '%%%',
    writeCursor({ $gt: '' }),
    writeCursor('text'),
    writeCursor(-1),
    Buffer.from('{"a":').toString('base64url'),
  ])('that is not of this list is refused: %s', (cursor) => {
    expect(() => readCursor(cursor, z.int().nonnegative())).toThrow(
      expect.objectContaining({ status: 400, code: 'CURSOR_INVALID' }),
    );
  });
});

describe('a page', () => {
  it('has no successor when nothing is left, even if it is full', () => {
    expect(toPage([1, 2], 2, String, Number)).toEqual({ items: ['1', '2'], nextCursor: null });
    expect(toPage([1, 2, 3], 2, String, Number)).toEqual({ items: ['1', '2'], nextCursor: writeCursor(2) });
    expect(toPage([], 2, String, Number)).toEqual({ items: [], nextCursor: null });
  });

  it('after page gives the whole list, each item once', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (list, limit) => {
        const all: string[] = [];
        let cursor: string | undefined;
        do {
          const page = pageOfList(list, { limit, cursor });
          all.push(...page.items);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(all).toEqual(list);
      }),
    );
  });
});

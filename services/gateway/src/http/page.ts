import { z } from 'zod';
import { sentence } from '@roundtrip/words';
import { Problem } from './problem.errors.js';
import { isStorable } from './storable.rules.js';
import { saying } from './zod-pointers.js';

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Query parameters of every list. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, saying('page-limit'))
    .transform(Number)
    .refine((value) => value >= 1 && value <= 200, saying('page-limit'))
    .default(50)
    .describe('How many entries a page has at most'),
  cursor: z.string().min(1).max(500).optional().describe('The `nextCursor` of the page before; absent for the first'),
});
export type PageQuery = z.output<typeof pageQuery>;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Give it as `cursor` to get the next page; null on the last'),
  });

/** Opaque to clients, and never trusted: it is checked again like any other input. */
export const writeCursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws Problem 400 when it is not one of ours */
export function readCursor<T>(cursor: string | undefined, position: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    const read = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (isStorable(read)) return read;
    throw new Error('no position of ours');
  } catch {
    throw new Problem(400, 'CURSOR_INVALID', sentence('cursor-invalid'), {
      errors: [{ pointer: 'cursor', message: [sentence('cursor-of-another-list')] }],
    });
  }
}

/** A page of up to `limit` from one more than that: the one too many tells that there is another page. */
export function toPage<T, U>(
  found: readonly T[],
  limit: number,
  toItem: (item: T) => U,
  positionOf: (item: T) => unknown,
): Page<U> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items: shown.map(toItem), nextCursor: more ? writeCursor(positionOf(last)) : null };
}

/** A page of a list that is in memory; its positions are indexes. */
export function pageOfList<T>(list: readonly T[], { limit, cursor }: PageQuery): Page<T> {
  const start = readCursor(cursor, z.int().nonnegative()) ?? 0;
  const end = start + limit;
  return { items: list.slice(start, end), nextCursor: end < list.length ? writeCursor(end) : null };
}

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { pointersOf } from './zod-pointers.js';

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ 'a/b~c': z.int() })).optional() });
const pointers = (value: unknown): string[] => {
  const result = schema.safeParse(value);
  return result.success ? [] : pointersOf(result.error, 'pointer').map(({ pointer }) => pointer);
};

describe('pointers to faults', () => {
  it.each([
    [{}, ['/name']],
    [{ name: 1 }, ['/name']],
    ['text', ['']],
    [{ name: '', one: 1, two: 2 }, ['/one', '/two']],
    [{ name: '', list: [{ 'a/b~c': 1 }, { 'a/b~c': 'x' }] }, ['/list/1/a~1b~0c']],
    [JSON.parse('{"name":"","__proto__":{"admin":true}}'), ['/__proto__']],
  ])('%j → %j', (value, expected) => {
    expect(pointers(value)).toEqual(expected);
  });

  it('never quote values', () => {
    const result = z.object({ email: z.enum(['a', 'b']) }).safeParse({ email: 'jane@example.org' });
    expect(JSON.stringify(pointersOf(result.error as z.ZodError, 'pointer'))).not.toContain('jane');
  });
});

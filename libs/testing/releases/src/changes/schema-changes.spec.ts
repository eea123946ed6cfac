import { describe, expect, it } from '@jest/globals';
import { type Json, SchemaChanges, type Side } from './schema-changes.rules.js';

const text = { type: 'string' };
const object = (properties: Json, required: string[] = [], more: Json = {}): Json => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  ...more,
});
const kind = (name: string, more: Json = {}): Json => object({ kind: { const: name }, ...more }, ['kind']);

function breaks(before: unknown, after: unknown): Record<Side, string[]> {
  const said = (side: Side): string[] => {
    const changes = new SchemaChanges({}, {});
    changes.compare(before, after, 'it', [side]);
    return changes.breaking();
  };
  return { writer: said('writer'), reader: said('reader') };
}

describe('a changed schema', () => {
  it.each<[string, unknown, unknown, string[], string[]]>([
    ['nothing', object({ a: text }), object({ a: text }), [], []],
    ['a description', { ...text, description: 'a' }, { ...text, description: 'b', examples: ['c'] }, [], []],
    ['a property that may be there is new', object({}), object({ a: text }), [], []],
    [
      'a property that must be there is new',
      object({}),
      object({ a: text }, ['a']),
      ['it: the property a is required'],
      [],
    ],
    [
      'a property is gone',
      object({ a: text }),
      object({}),
      ['it: the property a is gone'],
      ['it: the property a is gone'],
    ],
    [
      'a property that had to be there is gone',
      object({ a: text }, ['a']),
      object({}),
      ['it: the property a is gone'],
      ['it: the property a is gone'],
    ],
    [
      'a property has to be there',
      object({ a: text }),
      object({ a: text }, ['a']),
      ['it: the property a is required'],
      [],
    ],
    [
      'a property may be absent',
      object({ a: text }, ['a']),
      object({ a: text }),
      [],
      ['it: the property a may be absent'],
    ],
    [
      'a type within is another',
      object({ a: text }),
      object({ a: { type: 'integer' } }),
      ['it.a: the kind string is gone'],
      ['it.a: the kind number is new'],
    ],
    ['null is allowed', text, { anyOf: [text, { type: 'null' }] }, [], ['it: the kind null is new']],
    ['null is no longer allowed', { type: ['string', 'null'] }, text, ['it: the kind null is gone'], []],
    ['a number has to be whole', { type: 'number' }, { type: 'integer' }, ['it: was a number, is an integer'], []],
    ['a number need not be whole', { type: 'integer' }, { type: 'number' }, [], ['it: was an integer, is a number']],
    ['a value is new', { ...text, enum: ['a'] }, { ...text, enum: ['a', 'b'] }, [], ['it: "b" is new']],
    ['a value is gone', { ...text, enum: ['a', 'b'] }, { ...text, enum: ['b'] }, ['it: "a" is gone'], []],
    [
      'values are said in another way',
      {
        anyOf: [
          { ...text, const: 'a' },
          { ...text, const: 'b' },
        ],
      },
      { ...text, enum: ['b', 'a'] },
      [],
      [],
    ],
    ['only some values are left', text, { ...text, enum: ['a'] }, ['it: allows nothing but "a" any more'], []],
    ['any value is possible', { ...text, const: 'a' }, text, [], ['it: allows more than "a"']],
    ['an upper bound falls', { ...text, maxLength: 9 }, { ...text, maxLength: 8 }, ['it: maxLength was 9, is 8'], []],
    ['an upper bound is new', text, { ...text, maxLength: 8 }, ['it: maxLength was absent, is 8'], []],
    ['an upper bound goes', { ...text, maxLength: 8 }, text, [], ['it: maxLength was 8, is absent']],
    ['a lower bound falls', { ...text, minLength: 2 }, { ...text, minLength: 1 }, [], ['it: minLength was 2, is 1']],
    [
      'a lower bound rises',
      { type: 'number', minimum: 0 },
      { type: 'number', minimum: 1 },
      ['it: minimum was 0, is 1'],
      [],
    ],
    [
      'a pattern is another',
      { ...text, pattern: '^a' },
      { ...text, pattern: '^b' },
      ['it: pattern was "^a", is "^b"'],
      ['it: pattern was "^a", is "^b"'],
    ],
    ['a default is another', { ...text, default: 'a' }, { ...text, default: 'b' }, ['it: default was "a", is "b"'], []],
    [
      'entries of a list are others',
      { type: 'array', items: object({ a: text }) },
      { type: 'array', items: object({}) },
      ['it[]: the property a is gone'],
      ['it[]: the property a is gone'],
    ],
    [
      'further properties are refused',
      object({}),
      object({}, [], { additionalProperties: false }),
      ['it: further properties are refused'],
      [],
    ],
    [
      'values of a map are others',
      object({}, [], { additionalProperties: { ...text, maxLength: 3 } }),
      object({}, [], { additionalProperties: { ...text, maxLength: 2 } }),
      ['it.*: maxLength was 3, is 2'],
      [],
    ],
    [
      'one of several kinds is gone, another new',
      { oneOf: [kind('x', { a: text }), kind('y')] },
      { oneOf: [kind('z'), kind('x', { a: text })] },
      ['it: the kind object with kind "y" is gone'],
      ['it: the kind object with kind "z" is new'],
    ],
    [
      'one of several kinds has changed',
      { oneOf: [kind('x'), kind('y', { a: text })] },
      { anyOf: [kind('y'), kind('x')] },
      ['it: the property a is gone'],
      ['it: the property a is gone'],
    ],
    ['anything is possible', text, {}, [], ['it: the kind anything is new']],
    ['not everything is possible any more', {}, text, ['it: the kind anything is gone'], []],
    [
      'a keyword that has no rule',
      { type: 'array' },
      { type: 'array', uniqueItems: true },
      ['it: uniqueItems was absent, is true'],
      ['it: uniqueItems was absent, is true'],
    ],
  ])('of which %s', (_what, before, after, writer, reader) => {
    expect(breaks(before, after)).toEqual({ writer, reader });
  });

  it('is told of once, under the name of the component that it stands in, and of who uses it', () => {
    const reference = { $ref: '#/components/schemas/Tree' };
    const tree = (leaf: Json): Json => ({
      components: { schemas: { Tree: object({ leaf, branches: { type: 'array', items: reference } }) } },
    });
    const changes = new SchemaChanges(tree(text), tree({ ...text, enum: ['a'] }));
    changes.compare(reference, reference, 'GET /one', ['reader']);
    expect(changes.breaking()).toEqual([]);
    changes.compare(object({ tree: reference }), object({ tree: reference }), 'POST /one', ['writer']);
    changes.compare({ anyOf: [reference, text] }, { anyOf: [text, reference] }, 'POST /two', ['writer']);
    expect(changes.breaking()).toEqual(['Tree.leaf: allows nothing but "a" any more']);
  });

  it('may have another name, and hold itself', () => {
    const tree = (name: string, leaf: Json): Json => ({
      components: {
        schemas: { [name]: object({ leaf, branch: { $ref: `#/components/schemas/${name}` } }, ['leaf']) },
      },
    });
    const changes = new SchemaChanges(tree('Old', text), tree('New', { type: 'null' }));
    changes.compare({ $ref: '#/components/schemas/Old' }, { $ref: '#/components/schemas/New' }, 'it', ['writer']);
    expect(changes.breaking()).toEqual(['it.leaf: the kind string is gone']);
  });
});

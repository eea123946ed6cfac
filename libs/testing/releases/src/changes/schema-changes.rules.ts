import { isDeepStrictEqual } from 'node:util';

// What a new schema breaks of an old one. JSON Schema as zod writes it, draft 7 or 2020-12; a keyword that has no rule here may not change at all.

export type Json = Readonly<Record<string, unknown>>;

/** Who goes on as before: writes values by the old schema (requests), or reads them by it (answers). Messages have both. */
export type Side = 'writer' | 'reader';

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (value: unknown, name: string): Json => {
  const inner = isObject(value) ? value[name] : undefined;
  return isObject(inner) ? inner : {};
};

export const listIn = (value: unknown, name: string): readonly unknown[] => {
  const inner = isObject(value) ? value[name] : undefined;
  return Array.isArray(inner) ? inner : [];
};

/** Keywords that no value depends on. */
const annotations = new Set([
  '$schema',
  '$id',
  '$comment',
  'id',
  'title',
  'description',
  'example',
  'examples',
  'deprecated',
]);
const atLeast = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']);
const atMost = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']);
/** Looked at by a method of its own. */
const structure = new Set([
  '$ref',
  'type',
  'enum',
  'const',
  'default',
  'anyOf',
  'oneOf',
  'allOf',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
]);

interface Pair {
  before: unknown;
  after: unknown;
  where: string;
  sides: readonly Side[];
}

/** Compares schemas of two documents; what stands in their components is compared once, under its own name. */
export class SchemaChanges {
  private readonly found = new Set<string>();
  private readonly components = new Map<string, Set<Side>>();
  private readonly inside = new Set<string>();

  constructor(
    private readonly before: Json,
    private readonly after: Json,
  ) {}

  /** Compares two schemas, absent ones too. `where` is how the place is called. */
  compare(before: unknown, after: unknown, where: string, sides: readonly Side[]): void {
    const [name, other] = [before, after].map((schema) => valueOf(schema, '$ref'));
    if (typeof name === 'string' && other === name) {
      this.ask(name, sides);
      return;
    }
    // What has been renamed may hold itself.
    const pair = JSON.stringify([before, after]);
    if (this.inside.has(pair)) return;
    this.inside.add(pair);
    this.compareVariants({ before, after, where, sides });
    this.inside.delete(pair);
  }

  /** Each breaking change in a line, e.g. `POST /v1/targets, body .code: maxLength was 30, is 20`. */
  breaking(): string[] {
    const done = new Set<string>();
    for (let open = this.undone(done); open.length > 0; open = this.undone(done))
      for (const [name, side] of open) {
        done.add(name + side);
        const [before, after] = [at(this.before, name), at(this.after, name)];
        this.compareVariants({ before, after, where: name.split('/').at(-1) ?? name, sides: [side] });
      }
    return [...this.found];
  }

  /** Says one that the rules of a document have found beside its schemas. */
  note(change: string): void {
    this.found.add(change);
  }

  private ask(component: string, sides: readonly Side[]): void {
    const asked = this.components.get(component) ?? new Set();
    for (const side of sides) asked.add(side);
    this.components.set(component, asked);
  }

  private undone(done: ReadonlySet<string>): [string, Side][] {
    return [...this.components].flatMap(([name, sides]) =>
      [...sides].filter((side) => !done.has(name + side)).map((side): [string, Side] => [name, side]),
    );
  }

  private say({ where, sides }: Pair, breaks: readonly Side[], what: string): void {
    if (sides.some((side) => breaks.includes(side))) this.found.add(`${where}: ${what}`);
  }

  private compareVariants(pair: Pair): void {
    const names = componentsIn(pair.after);
    const both = componentsIn(pair.before).filter((name) => names.includes(name));
    for (const name of both) this.ask(name, pair.sides);
    const before = variantsOf(pair.before, this.before, both);
    const after = variantsOf(pair.after, this.after, both);
    const { pairs, gone, added } = matched(before, after);
    const wasAny = before.some(isAnything);
    const isAny = after.some(isAnything);
    for (const one of isAny ? [] : gone) this.say(pair, ['writer'], `${nameOf(one)} is gone`);
    for (const one of wasAny ? [] : added) this.say(pair, ['reader'], `${nameOf(one)} is new`);
    for (const [one, other] of pairs) this.compareOne({ ...pair, before: one, after: other });
  }

  private compareOne(pair: Pair): void {
    const { before, after } = pair as Pair & { before: Json; after: Json };
    if (isDeepStrictEqual(before, after)) {
      // The same words may name components that are not the same.
      this.follow(pair);
      return;
    }
    this.compareTypes(pair);
    this.compareValues(pair);
    this.follow(pair);
    for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) this.compareKeyword(pair, keyword);
  }

  /** To the schemas within. */
  private follow(pair: Pair): void {
    const { before, after, where, sides } = pair;
    this.compareProperties(pair);
    const inner = (keyword: string, place: string): void =>
      this.compare(valueOf(before, keyword), valueOf(after, keyword), `${where}${place}`, sides);
    inner('items', '[]');
    inner('propertyNames', ' (names)');
    this.compareFurther(pair);
    const [were, are] = [listIn(before, 'allOf'), listIn(after, 'allOf')];
    if (were.length !== are.length) this.say(pair, ['writer', 'reader'], 'allOf has changed');
    else for (const [index, one] of were.entries()) this.compare(one, are[index], where, sides);
  }

  private compareTypes(pair: Pair): void {
    const [was, is] = [valueOf(pair.before, 'type'), valueOf(pair.after, 'type')];
    if (was === 'number' && is === 'integer') this.say(pair, ['writer'], 'was a number, is an integer');
    if (was === 'integer' && is === 'number') this.say(pair, ['reader'], 'was an integer, is a number');
  }

  private compareValues(pair: Pair): void {
    const [were, are] = [valuesOf(pair.before), valuesOf(pair.after)];
    if (!were && are) this.say(pair, ['writer'], `allows nothing but ${are.join(', ')} any more`);
    if (were && !are) this.say(pair, ['reader'], `allows more than ${were.join(', ')}`);
    if (!were || !are) return;
    for (const value of were.filter((one) => !are.includes(one))) this.say(pair, ['writer'], `${value} is gone`);
    for (const value of are.filter((one) => !were.includes(one))) this.say(pair, ['reader'], `${value} is new`);
  }

  private compareProperties(pair: Pair): void {
    const { before, after, where, sides } = pair;
    const [were, are] = [objectIn(before, 'properties'), objectIn(after, 'properties')];
    const [wereNeeded, areNeeded] = [listIn(before, 'required'), listIn(after, 'required')];
    for (const name of Object.keys(were)) {
      if (!(name in are)) this.say(pair, ['writer', 'reader'], `the property ${name} is gone`);
      else this.compare(were[name], are[name], `${where}.${name}`, sides);
    }
    for (const name of areNeeded)
      if (!wereNeeded.includes(name)) this.say(pair, ['writer'], `the property ${String(name)} is required`);
    for (const name of wereNeeded)
      if (!areNeeded.includes(name) && String(name) in are)
        this.say(pair, ['reader'], `the property ${String(name)} may be absent`);
  }

  /** Readers have to bear properties that they do not know: allowing more of them breaks nobody. */
  private compareFurther(pair: Pair): void {
    const [was, is] = [valueOf(pair.before, 'additionalProperties'), valueOf(pair.after, 'additionalProperties')];
    if (isObject(was) && isObject(is)) this.compare(was, is, `${pair.where}.*`, pair.sides);
    else if (was !== false && is === false) this.say(pair, ['writer'], 'further properties are refused');
    else if (!isObject(was) && was !== false && isObject(is))
      this.say(pair, ['writer'], 'further properties are not free');
    else if (isObject(was) && !isObject(is) && is !== false)
      this.say(pair, ['reader'], 'further properties may be anything');
  }

  private compareKeyword(pair: Pair, keyword: string): void {
    const [was, is] = [valueOf(pair.before, keyword), valueOf(pair.after, keyword)];
    if (keyword.startsWith('x-') || annotations.has(keyword) || isDeepStrictEqual(was, is)) return;
    const said = `${keyword} was ${textOf(was)}, is ${textOf(is)}`;
    if (keyword === 'default') this.say(pair, ['writer'], said);
    if (structure.has(keyword)) return;
    const bound = atLeast.has(keyword) ? -1 : atMost.has(keyword) ? 1 : 0;
    if (bound === 0) {
      this.say(pair, ['writer', 'reader'], said);
      return;
    }
    // No bound is the widest.
    const reach = (value: unknown): number => (typeof value === 'number' ? value * bound : Number.POSITIVE_INFINITY);
    this.say(pair, reach(is) < reach(was) ? ['writer'] : ['reader'], said);
  }
}

/** What a reference within a document points to. */
export const at = (document: unknown, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), document);

const valueOf = (schema: unknown, keyword: string): unknown => (isObject(schema) ? schema[keyword] : undefined);

const textOf = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

/** The components that are alternatives of a schema as they are. */
const componentsIn = (schema: unknown): string[] =>
  [...listIn(schema, 'anyOf'), ...listIn(schema, 'oneOf')].flatMap((one) => {
    const name = valueOf(one, '$ref');
    return typeof name === 'string' ? [name] : [];
  });

/** The alternatives of a schema; each has one type, if any. Plain values of one type are one alternative. */
function variantsOf(schema: unknown, document: Json, without: readonly string[]): Json[] {
  if (schema === undefined || schema === true) return [{}];
  if (!isObject(schema)) return [{ not: {} }];
  const { $ref, anyOf, oneOf, type, ...rest } = schema;
  if (typeof $ref === 'string')
    return without.includes($ref) ? [] : variantsOf(at(document, $ref), document, [...without, $ref]);
  const alternatives = Array.isArray(anyOf) ? anyOf : oneOf;
  if (Array.isArray(alternatives)) {
    const inner = (alternatives as unknown[]).flatMap((one) => variantsOf(one, document, without));
    return together(inner.map((one) => ({ ...rest, ...one })));
  }
  if (Array.isArray(type)) return (type as unknown[]).map((one) => ({ ...rest, type: one }));
  return [type === undefined ? rest : { ...rest, type }];
}

function together(variants: readonly Json[]): Json[] {
  const isPlain = (one: Json): boolean => valuesOf(one) !== undefined && one['type'] !== 'object';
  const types = new Set(variants.filter(isPlain).map(({ type }) => type));
  const lists = [...types].map((type) => {
    const values = variants.filter((one) => isPlain(one) && one['type'] === type).flatMap(valueListOf);
    return { ...(type !== undefined && { type }), enum: values };
  });
  return [...lists, ...variants.filter((one) => !isPlain(one))];
}

const valueListOf = (schema: Json): readonly unknown[] =>
  'const' in schema ? [schema['const']] : listIn(schema, 'enum');

/** As JSON; undefined where the schema names none. */
const valuesOf = (schema: unknown): string[] | undefined =>
  isObject(schema) && ('const' in schema || 'enum' in schema)
    ? valueListOf(schema).map((value) => JSON.stringify(value))
    : undefined;

const isAnything = (schema: Json): boolean => Object.keys(schema).every((keyword) => annotations.has(keyword));

/** What tells one kind of object from another: the properties that have one value. */
const discriminator = (schema: Json): string => {
  const fixed = Object.entries(objectIn(schema, 'properties')).flatMap(([name, inner]) => {
    const values = valuesOf(inner);
    return values?.length === 1 ? [`${name} ${values[0]}`] : [];
  });
  return fixed.join(', ');
};

const typeOf = ({ type }: Json): string =>
  type === 'integer' ? 'number' : typeof type === 'string' ? type : 'anything';

function nameOf(schema: Json): string {
  const values = valuesOf(schema);
  const fixed = discriminator(schema);
  return `the kind ${typeOf(schema)}${values ? ` (${values.join(', ')})` : fixed ? ` with ${fixed}` : ''}`;
}

/** Each alternative with the one that it became: the same, the one with the same fixed values, else the next of its type. */
function matched(before: readonly Json[], after: readonly Json[]) {
  const pairs: [Json, Json][] = [];
  let [gone, added] = [[...before], [...after]];
  const take = (isSame: (one: Json, other: Json) => boolean): void => {
    const left: Json[] = [];
    for (const one of gone) {
      const index = added.findIndex((other) => isSame(one, other));
      if (index === -1) left.push(one);
      else pairs.push([one, ...added.splice(index, 1)] as [Json, Json]);
    }
    gone = left;
  };
  take(isDeepStrictEqual);
  take((one, other) => discriminator(one) !== '' && discriminator(one) === discriminator(other));
  take((one, other) => typeOf(one) === typeOf(other) && (discriminator(one) === '' || discriminator(other) === ''));
  return { pairs, gone, added };
}

import { describe, expect, it } from '@jest/globals';
import { activityKinds } from '@roundtrip/contracts';
import fc from 'fast-check';
import type { ActivityDocument, ActivityHeadDocument } from '../documents.js';
import { boundedDetails, wellFormed } from './activity-details.rules.js';
import { erasableName } from './activity-names.rules.js';
import { activityHash, type ActivityEntry, canonicalJson, chainOrigin, linked } from './chain.rules.js';
import { verifyChain } from './chain-check.js';

const institution = 'ours';

const entry = fc.record(
  {
    at: fc.date({ noInvalidDate: true }),
    actor: fc
      .tuple(fc.constantFrom('person' as const, 'key' as const), fc.string(), fc.string(), fc.string())
      .map(([type, id, name, salt]) => ({ type, id, ...erasableName(name, salt) })),
    kind: fc.constantFrom(...activityKinds),
    subject: fc
      .tuple(fc.string(), fc.string(), fc.string())
      .map(([id, name, salt]) => ({ type: 'key' as const, id, ...erasableName(name, salt) })),
    address: fc.ipV4(),
    result: fc.constantFrom('ok' as const, 'failed' as const),
    details: fc.dictionary(fc.string(), fc.jsonValue()).map((details) => boundedDetails(details)),
    key: fc.string(),
  },
  { requiredKeys: ['at', 'actor', 'kind', 'result'] },
) as fc.Arbitrary<ActivityEntry>;

interface Chain {
  activities: ActivityDocument[];
  head: ActivityHeadDocument;
}

/** Of an institution of some time: what is at its beginning may have been old enough to go. */
const chain: fc.Arbitrary<Chain> = fc
  .tuple(fc.array(entry, { minLength: 3, maxLength: 12 }), fc.nat(2))
  .map(([entries, cut]) => {
    const all = linked(institution, chainOrigin, entries);
    const { seq, hash } = all.at(-1)!;
    const last = all[cut - 1];
    const head = { _id: institution, seq, hash, ...(last && { cutSeq: last.seq, cutHash: last.hash }) };
    return { activities: all.slice(cut), head };
  });

const faultsOf = ({ activities, head }: Chain): readonly string[] =>
  verifyChain(institution, activities, head).map(({ fault }) => fault);
const at = (list: readonly unknown[], random: number): number => random % list.length;

describe('a chain of activities', () => {
  it('is right as it was written', () => {
    fc.assert(fc.property(chain, (given) => expect(faultsOf(given)).toEqual([])));
  });

  it('is right after names were erased, of some or all', () => {
    fc.assert(
      fc.property(chain, fc.func(fc.boolean()), ({ activities, head }, isErased) => {
        const erased = activities.map((activity) => {
          if (!isErased(activity.seq)) return activity;
          const { name: _name, salt: _salt, ...actor } = activity.actor;
          return { ...activity, actor };
        });
        expect(faultsOf({ activities: erased, head })).toEqual([]);
      }),
    );
  });

  it('tells of anything that was changed in any entry, and of which', () => {
    const other = {
      _id: (text: string) => `${text}x`,
      institution: (text: string) => `${text}x`,
      seq: (seq: number) => seq + 0.5,
      at: (time: Date) => new Date(time.getTime() === 0 ? 1 : -time.getTime()),
      actor: (actor: ActivityDocument['actor']) => ({ ...actor, id: `${actor.id}x` }),
      kind: (kind: string) => (kind === 'signed-in' ? 'signed-out' : 'signed-in'),
      subject: (subject?: object) => (subject ? undefined : { type: 'key', id: 'k' }),
      address: (address?: string) => (address === undefined ? '10.0.0.0' : undefined),
      result: (result: string) => (result === 'ok' ? 'refused' : 'ok'),
      details: (details?: object) => (details ? { ...details, more: 1 } : {}),
      key: (key?: string) => `${key ?? ''}x`,
      previous: (hash: string) => `${hash.startsWith('a') ? 'b' : 'a'}${hash.slice(1)}`,
      hash: (hash: string) => `${hash.startsWith('a') ? 'b' : 'a'}${hash.slice(1)}`,
      unheardOf: () => true,
    };
    const names = Object.keys(other) as (keyof typeof other)[];
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...names), ({ activities, head }, random, name) => {
        const place = at(activities, random);
        const before = activities[place]! as unknown as Record<string, unknown>;
        const after = { ...before, [name]: (other[name] as (value: unknown) => unknown)(before[name]) };
        const changed = activities.with(place, after as unknown as ActivityDocument);
        const faults = verifyChain(institution, changed, head);
        expect(faults.map(({ seq }) => Math.floor(seq))).toContain(before['seq']);
      }),
    );
  });

  it('tells of a name in the place of another, and of half a name', () => {
    const [one, two, three] = linked(institution, chainOrigin, [entryOf('Jane'), entryOf('Jane'), entryOf('Jane')]);
    const head = { _id: institution, seq: three!.seq, hash: three!.hash };
    const { salt: _salt, ...half } = two!.actor;
    const faults = (actor: ActivityDocument['actor']) =>
      verifyChain(institution, [one!, { ...two!, actor }, three!], head);
    expect(faults({ ...two!.actor, name: 'John' })).toEqual([{ fault: 'name-changed', seq: 2 }]);
    expect(faults(half)).toEqual([{ fault: 'name-changed', seq: 2 }]);
    expect(faults({ ...two!.actor, ...erasableName('John', 'salt') })).toEqual([{ fault: 'changed', seq: 2 }]);
  });

  it('tells of what was removed: from the beginning, the middle, the end, or all', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), ({ activities, head }, random, many) => {
        const place = at(activities, random);
        const gone = 1 + at(activities.slice(place), many);
        const left = activities.toSpliced(place, gone);
        const [first, last] = [activities[place]!.seq, activities[place + gone - 1]!.seq];
        expect(verifyChain(institution, left, head)).toContainEqual({
          fault: 'removed',
          seq: first,
          ...(last > first && { until: last }),
        });
      }),
    );
  });

  it('tells of what was put in between, however well it was made', () => {
    fc.assert(
      fc.property(chain, entry, fc.nat(), fc.boolean(), ({ activities, head }, more, random, keepsNumber) => {
        const place = at(activities, random);
        const before = activities[place - 1] ?? { seq: head.cutSeq ?? 0, hash: head.cutHash ?? chainOrigin.hash };
        const [made] = linked(institution, before, [more]);
        const added = { ...made!, ...(keepsNumber && { seq: activities[place]!.seq }) };
        expect(faultsOf({ activities: activities.toSpliced(place, 0, added), head })).not.toEqual([]);
        expect(faultsOf({ activities: activities.toSpliced(place, 1, made!), head })).not.toEqual([]);
      }),
    );
  });

  it('tells of two that changed places, with their numbers or without', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(), fc.boolean(), ({ activities, head }, random, other, keepsNumbers) => {
        const [one, two] = [at(activities, random), at(activities, other)];
        fc.pre(one !== two);
        const [first, second] = [activities[one]!, activities[two]!];
        const places = ({ _id, seq }: ActivityDocument) => (keepsNumbers ? { _id, seq } : {});
        const swapped = activities
          .with(one, { ...second, ...places(first) })
          .with(two, { ...first, ...places(second) });
        expect(faultsOf({ activities: swapped, head })).not.toEqual([]);
      }),
    );
  });

  it('tells when it was written anew from some entry on, to whoever has noted a hash of before', () => {
    const [one, two] = linked(institution, chainOrigin, [entryOf('Jane'), entryOf('Jane')]);
    const anew = linked(institution, one!, [entryOf('John')]);
    const anchor = { seq: 2, hash: two!.hash };
    const itsHead = { _id: institution, seq: 2, hash: anew[0]!.hash };
    expect(verifyChain(institution, [one!, ...anew], itsHead)).toEqual([]);
    expect(verifyChain(institution, [one!, ...anew], itsHead, anchor)).toEqual([{ fault: 'anchor', seq: 2 }]);
    expect(verifyChain(institution, [one!], { _id: institution, seq: 1, hash: one!.hash }, anchor)).toEqual([
      { fault: 'removed', seq: 2 },
    ]);
  });

  it('tells when the document of its head is gone or says another end, and bears with one that is a little behind', () => {
    fc.assert(
      fc.property(chain, fc.nat(), ({ activities, head }, random) => {
        expect(faultsOf({ activities, head: { ...head, hash: '1'.repeat(64) } })).toEqual(['head-changed']);
        const { seq, hash } = activities[at(activities, random)]!;
        expect(faultsOf({ activities, head: { ...head, seq, hash } })).toEqual([]);
        expect(verifyChain(institution, activities, undefined).map(({ fault }) => fault)).toContain('head-missing');
      }),
    );
  });

  it('begins after what was old enough to go, whatever of that is still there', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 8 }), fc.nat(), (entries, random) => {
        const all = linked(institution, chainOrigin, entries);
        const { seq, hash } = all.at(-1)!;
        const cut = all[at(all, random)]!;
        const head = { _id: institution, seq, hash, cutSeq: cut.seq, cutHash: cut.hash };
        expect(verifyChain(institution, all, head)).toEqual([]);
        expect(verifyChain(institution, all.slice(cut.seq), head)).toEqual([]);
      }),
    );
  });
});

describe('what is hashed', () => {
  it('is the same in whatever order it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    const [one] = linked(institution, chainOrigin, [entryOf('Jane')]);
    expect(activityHash(Object.fromEntries(Object.entries(one!).toReversed()) as typeof one & object)).toBe(one!.hash);
  });

  it('is what is stored: no half characters, and of what is long its hash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { part } = boundedDetails({ part: { [text]: text } });
        expect(Buffer.from(JSON.stringify(part)).toString()).toBe(JSON.stringify(part));
      }),
    );
    expect(boundedDetails({ before: 'a\ud800', after: undefined, two: ['\\ud800'] })).toEqual({
      before: 'a\ufffd',
      two: ['\\ud800'],
    });
    expect(wellFormed('a\udc00b😀')).toBe('a\ufffdb😀');
    const long = { any: Array.from({ length: 100 }, () => ({ value: 'x'.repeat(1_000) })) };
    expect(boundedDetails({ after: long, name: 'Teachers' })).toEqual({
      after: { tooLong: true, characters: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      name: 'Teachers',
    });
  });
});

const entryOf = (name: string): ActivityEntry => ({
  at: new Date('2026-03-02T09:00:00Z'),
  actor: { type: 'person', id: 'per_1', ...erasableName(name, 'a salt') },
  kind: 'signed-in',
  result: 'ok',
});

/** The same with all of its names in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  );
}

import { describe, expect, it } from '@jest/globals';
import type { AuthorisationDocument, CriterionDocument } from '@roundtrip/database';
import { BSON } from 'mongodb';
import {
  decideAuthorisation,
  decideCriterion,
  decideCriterionValue,
  type DefinitionRequest,
  MAX_ACTIVE_FIELDS,
} from './definition.rules.js';
import { inStoredLetters } from './definition-letters.rules.js';

type Definition = DefinitionRequest['definition'];
type Asked<T extends Definition['type']> = Extract<Definition, { type: T }>;

const request = (
  intent: DefinitionRequest['intent'],
  definition: Definition,
  requestId = 'req_2',
): DefinitionRequest => ({
  requestId,
  institution: 'inst',
  requestedBy: { type: 'key', id: 'key_1', name: 'Admin', role: 'admin' },
  requestedAt: '2025-01-01T00:00:00Z',
  intent,
  definition,
});
const current: CriterionDocument = {
  _id: 'inst:LOYALTY',
  institution: 'inst',
  code: 'LOYALTY',
  name: 'Loyalty',
  kind: 'LIST',
  rank: 4,
  active: true,
  values: [
    { code: 'SILVER', name: 'Silver', rank: 1, active: true },
    { code: 'GOLD', name: 'Gold', rank: 2, active: false },
  ],
  version: 3,
  appliedRequests: ['req_0', 'req_1:created'],
};
const OTHERS = { lastRank: 9, active: 499 };

const criterion = (
  intent: DefinitionRequest['intent'],
  fields: Partial<Asked<'criterion'>>,
  before?: CriterionDocument,
) => {
  const asked = { type: 'criterion' as const, code: 'LOYALTY', ...fields };
  return decideCriterion(before, request(intent, asked), asked, OTHERS);
};
const value = (
  fields: Partial<Asked<'criterion-value'>['value']>,
  before: CriterionDocument | undefined = current,
  intent: DefinitionRequest['intent'] = 'replace',
) => {
  const asked = { type: 'criterion-value' as const, code: 'LOYALTY', value: { code: 'GOLD', ...fields } };
  return decideCriterionValue(before, request(intent, asked), asked);
};
const pointers = (decision: ReturnType<typeof decideCriterion>) =>
  decision.outcome === 'refused' ? decision.refusal.errors.map((error) => error.pointer) : decision.outcome;

describe('a new criterion', () => {
  it('comes after the last, active, with its values in the order given', () => {
    const values = [
      { code: 'B', name: 'Bee' },
      { code: 'A', name: 'Ay', active: false },
    ];
    expect(criterion('create', { name: 'Loyalty', kind: 'MULTI_LIST', values })).toEqual({
      outcome: 'save',
      created: true,
      document: {
        _id: 'inst:LOYALTY',
        institution: 'inst',
        code: 'LOYALTY',
        name: 'Loyalty',
        kind: 'MULTI_LIST',
        rank: 10,
        active: true,
        values: [
          { code: 'B', name: 'Bee', rank: 1, active: true },
          { code: 'A', name: 'Ay', rank: 2, active: false },
        ],
        version: 1,
        appliedRequests: ['req_2:created'],
      },
    });
  });

  it.each<[string, Partial<Asked<'criterion'>>, string[]]>([
    ['no kind', { name: 'x' }, ['/kind']],
    ['no name', { kind: 'TEXT' }, ['/name']],
    ['a name of two lines', { kind: 'TEXT', name: 'a\nb' }, ['/name']],
    ['a code with a dot', { kind: 'TEXT', name: 'x', code: 'a.b' }, ['/code']],
    ['a code that every object has', { kind: 'TEXT', name: 'x', code: 'constructor' }, ['/code']],
    ['values of a number', { kind: 'NUMBER', name: 'x', values: [{ code: 'A', name: 'a' }] }, ['/values']],
    ['the value Empty', { kind: 'LIST', name: 'x', values: [{ code: 'eMPTY', name: 'a' }] }, ['/values/0/code']],
    [
      'a value with the joining mark',
      { kind: 'LIST', name: 'x', values: [{ code: 'a|b', name: 'a' }] },
      ['/values/0/code'],
    ],
    [
      'a value twice',
      {
        kind: 'LIST',
        name: 'x',
        values: [
          { code: 'A', name: 'a' },
          { code: 'A', name: 'b' },
        ],
      },
      ['/values/1/code'],
    ],
    ['a value without a name', { kind: 'LIST', name: 'x', values: [{ code: 'A', name: ' ' }] }, ['/values/0/name']],
    [
      'several faults',
      { code: '9', name: '', kind: 'LIST', values: [{ code: '', name: '' }] },
      ['/code', '/name', '/values/0/code', '/values/0/name'],
    ],
  ])('is refused for %s, with the pointer', (_what, fields, expected) => {
    const decision = criterion('create', fields);
    expect(pointers(decision)).toEqual(expected);
    expect(decision).toMatchObject({ refusal: { status: 422, code: 'DEFINITION_INVALID' } });
  });

  it('is refused when its code is taken', () => {
    expect(criterion('create', { name: 'x', kind: 'TEXT' }, current)).toMatchObject({
      refusal: { status: 409, code: 'DEFINITION_CODE_TAKEN' },
    });
  });
});

describe('a value whose code has the letters of another', () => {
  const decomposed = 'CAFÉ'.normalize('NFD');
  const old: CriterionDocument = {
    ...current,
    values: [
      { code: decomposed, name: 'Coffee', rank: 1, active: true },
      { code: 'TEA', name: 'Tea', rank: 2, active: true },
    ],
  };
  const codesOf = (decision: ReturnType<typeof decideCriterion>) =>
    decision.outcome === 'save' ? decision.document.values.map(({ code, active }) => `${code} ${active}`) : decision;

  it('is that value, and keeps the code that contacts hold', () => {
    const values = [{ code: 'CAFÉ', name: 'Café' }];
    expect(codesOf(criterion('replace', { values }, old))).toEqual([`${decomposed} true`, 'TEA false']);
    expect(codesOf(value({ code: 'CAFÉ', active: false }, old))).toEqual([`${decomposed} false`, 'TEA true']);
    expect(value({ code: 'CAFÉ', name: 'x' }, old, 'create')).toMatchObject({
      refusal: { code: 'DEFINITION_CODE_TAKEN' },
    });
  });

  it('leaves both as they are where both are there already', () => {
    const both = { ...old, values: [...old.values, { code: 'CAFÉ', name: 'Café', rank: 3, active: true }] };
    const values = [{ code: 'CAFÉ', name: 'Café' }];
    expect(codesOf(criterion('replace', { values }, both))).toEqual([`${decomposed} false`, 'TEA false', 'CAFÉ true']);
  });

  it.each<[string, Definition, unknown]>([
    [
      'a criterion',
      {
        type: 'criterion',
        code: 'RO\u200bW',
        name: 'Range\u0301e',
        values: [{ code: ` ${decomposed}\ufeff`, name: 'Cafe\u0301' }],
      },
      { type: 'criterion', code: 'ROW', name: 'Rangée', values: [{ code: 'CAFÉ', name: 'Café' }] },
    ],
    [
      'a value',
      { type: 'criterion-value', code: 'ROW', value: { code: decomposed, active: true } },
      { type: 'criterion-value', code: 'ROW', value: { code: 'CAFÉ', active: true } },
    ],
    [
      'an authorisation',
      { type: 'authorisation', code: '\u200ePOST', name: 'Cafe\u0301', rank: 1 },
      { type: 'authorisation', code: 'POST', name: 'Café', rank: 1 },
    ],
  ])('is stored composed and without what nobody sees: %s', (_what, asked, stored) => {
    expect(inStoredLetters(asked)).toEqual(stored);
  });
});

describe('replacing a criterion', () => {
  it('keeps what the request leaves out', () => {
    expect(criterion('replace', { name: 'Level' }, current)).toMatchObject({
      outcome: 'save',
      created: false,
      document: { ...current, name: 'Level', version: 4, appliedRequests: [...current.appliedRequests, 'req_2'] },
    });
  });

  it('deactivates it without losing anything', () => {
    expect(criterion('replace', { active: false }, current)).toMatchObject({
      document: { active: false, values: current.values },
    });
  });

  it('makes values that the new list leaves out inactive, since contacts may hold them', () => {
    const values = [
      { code: 'PLATINUM', name: 'Platinum' },
      { code: 'GOLD', name: 'Gold!', active: true },
    ];
    expect(criterion('replace', { values }, current)).toMatchObject({
      document: {
        values: [
          { code: 'PLATINUM', rank: 1, active: true },
          { code: 'SILVER', name: 'Silver', rank: 1, active: false },
          { code: 'GOLD', name: 'Gold!', rank: 2, active: true },
        ],
      },
    });
  });

  it('cannot change its kind', () => {
    expect(pointers(criterion('replace', { kind: 'TEXT' }, current))).toEqual(['/kind']);
    expect(criterion('replace', { kind: 'LIST' }, current).outcome).toBe('save');
  });

  it('is refused when there is none', () => {
    expect(criterion('replace', { name: 'x' })).toMatchObject({ refusal: { status: 404, code: 'DEFINITION_UNKNOWN' } });
  });
});

describe('a criterion value', () => {
  it('is added after the last', () => {
    expect(value({ code: 'BRONZE', name: 'Bronze' })).toMatchObject({
      outcome: 'save',
      created: true,
      document: {
        values: [{ code: 'SILVER' }, { code: 'GOLD' }, { code: 'BRONZE', rank: 3, active: true }],
        version: 4,
      },
    });
  });

  it('is changed where the request says so, and moved by its rank', () => {
    expect(value({ active: true, rank: 0 })).toMatchObject({
      created: false,
      document: { values: [{ code: 'GOLD', name: 'Gold', rank: 0, active: true }, { code: 'SILVER' }] },
    });
  });

  it.each<[string, Parameters<typeof value>[0], string[]]>([
    ['Empty', { code: 'Empty', name: 'x' }, ['/code']],
    ['a new one without a name', { code: 'NEW' }, ['/name']],
    ['blanks around its code', { code: ' A', name: 'a' }, ['/code']],
  ])('is refused: %s', (_what, fields, expected) => {
    expect(pointers(value(fields))).toEqual(expected);
  });

  it('needs a criterion that is there and has values', () => {
    const asked = { type: 'criterion-value' as const, code: 'NONE', value: { code: 'A', name: 'a' } };
    expect(decideCriterionValue(undefined, request('replace', asked), asked)).toMatchObject({
      refusal: { status: 404 },
    });
    expect(value({ name: 'x' }, { ...current, kind: 'TEXT', values: [] })).toMatchObject({ refusal: { status: 422 } });
  });

  it('cannot be created twice', () => {
    expect(value({ name: 'x' }, current, 'create')).toMatchObject({ refusal: { status: 409 } });
  });
});

describe('an authorisation', () => {
  const asked = { type: 'authorisation' as const, code: 'EMAIL', name: 'E-mail' };
  const before: AuthorisationDocument = {
    _id: 'inst:EMAIL',
    institution: 'inst',
    code: 'EMAIL',
    name: 'E-mail',
    rank: 7,
    active: true,
    version: 1,
    appliedRequests: [],
  };

  it('is created after the last and replaced in part', () => {
    expect(decideAuthorisation(undefined, request('create', asked), asked, { lastRank: 6, active: 0 })).toMatchObject({
      document: { rank: 7, active: true },
    });
    const off = { type: 'authorisation' as const, code: 'EMAIL', active: false };
    expect(decideAuthorisation(before, request('replace', off), off, OTHERS)).toMatchObject({
      document: { name: 'E-mail', rank: 7, active: false, version: 2 },
    });
  });
});

describe('the bounds of definitions', () => {
  const full = { lastRank: 9, active: MAX_ACTIVE_FIELDS };
  const asked = { type: 'criterion' as const, code: 'LOYALTY', name: 'Loyalty', kind: 'TEXT' as const };

  it('keep an institution at five hundred active fields of a data type; those that are there can still be changed', () => {
    expect(pointers(decideCriterion(undefined, request('create', asked), asked, full))).toEqual(['/active']);
    const off = { ...asked, active: false };
    expect(pointers(decideCriterion(undefined, request('create', off), off, full))).toBe('save');
    const renamed = { type: 'criterion' as const, code: 'LOYALTY', name: 'Another' };
    expect(pointers(decideCriterion(current, request('replace', renamed), renamed, full))).toBe('save');
    const on = { ...renamed, active: true };
    const inactive = { ...current, active: false };
    expect(pointers(decideCriterion(inactive, request('replace', on), on, full))).toEqual(['/active']);
    const consent = { type: 'authorisation' as const, code: 'EMAIL', name: 'E-mail' };
    expect(decideAuthorisation(undefined, request('create', consent), consent, full)).toMatchObject({
      refusal: {
        errors: [{ message: [{ say: 'fields-active-too-many', with: { most: 500, type: 'authorisations' } }] }],
      },
    });
  });

  it('keep a criterion far below what a document holds, also with values that have become inactive', () => {
    const longest = (index: number) => ({
      code: `${'🎭'.repeat(55)}${String(index).padStart(5, '0')}`,
      name: '🎭'.repeat(200),
      rank: index + 1,
      active: false,
    });
    const values = Array.from({ length: 5000 }, (_, index) => longest(index));
    const before = { ...current, values };
    expect(BSON.calculateObjectSize(before)).toBeLessThan(8 * 1024 ** 2);
    expect(pointers(value({ code: 'ONE_MORE', name: 'One more' }, before))).toEqual(['/code']);
    expect(pointers(value({ code: longest(7).code, active: true }, before))).toBe('save');
    const more = { values: [{ code: 'ONE_MORE', name: 'One more' }] };
    expect(pointers(criterion('replace', more, before))).toEqual(['/values']);
  });

  it('keep the answer to thousands of wrong values at twenty, and say how many more there are', () => {
    const decision = criterion('create', {
      name: 'Loyalty',
      kind: 'LIST',
      values: Array.from({ length: 2000 }, () => ({ code: 'a|b', name: '' })),
    });
    const errors = decision.outcome === 'refused' ? decision.refusal.errors : [];
    expect(errors).toHaveLength(21);
    expect(errors.at(-1)?.message).toEqual([{ say: 'more-faults', with: { n: 3_980 } }]);
  });
});

describe('a request that was applied before', () => {
  it('is answered again, with what it did then', () => {
    const again = (requestId: string) => {
      const asked = { type: 'criterion' as const, code: 'LOYALTY', name: 'Another' };
      return decideCriterion(current, request('create', asked, requestId), asked, OTHERS);
    };
    expect(again('req_0')).toEqual({ outcome: 'applied', created: false });
    expect(again('req_1')).toEqual({ outcome: 'applied', created: true });
  });

  it('is forgotten only after twenty others', () => {
    let document = current;
    for (let count = 0; count < 25; count++) {
      const asked = { type: 'criterion' as const, code: 'LOYALTY', name: `Name ${count}` };
      const decision = decideCriterion(document, request('replace', asked, `req_x${count}`), asked, OTHERS);
      if (decision.outcome === 'save') document = decision.document;
    }
    expect(document.appliedRequests).toHaveLength(20);
    expect(document.appliedRequests).toContain('req_x5');
    expect(document.appliedRequests).not.toContain('req_x4');
  });
});

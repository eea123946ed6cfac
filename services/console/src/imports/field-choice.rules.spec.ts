import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { allFields, columnsOf, inOrder, matching, moveTo, show, shown, wantedFields } from './field-choice.rules.js';

const fields = ['JOB', 'ARTS', 'SINCE', 'VIP'].map((code) => ({ code, name: `Name of ${code}` }));
const codes = (of: readonly { code: string }[]): string[] => of.map(({ code }) => code);
const order = codes(fields);

describe('the fields of a template', () => {
  it('are all of them by rank until somebody chooses, and then nothing is asked for', () => {
    expect(codes(shown(fields, allFields))).toEqual(order);
    expect(wantedFields(fields, allFields)).toBeUndefined();
  });

  it('are left out, and come back to where they were', () => {
    const without = show(allFields, ['ARTS', 'VIP'], false);
    expect(wantedFields(fields, without)).toEqual(['JOB', 'SINCE']);
    expect(wantedFields(fields, show(without, ['ARTS'], true))).toEqual(['JOB', 'ARTS', 'SINCE']);
    expect(wantedFields(fields, show(without, order, true))).toBeUndefined();
    expect(wantedFields(fields, show(allFields, order, false))).toEqual([]);
  });

  it.each([
    ['VIP', 'JOB', ['VIP', 'JOB', 'ARTS', 'SINCE']],
    ['JOB', 'SINCE', ['ARTS', 'SINCE', 'JOB', 'VIP']],
    ['SINCE', 'ARTS', ['JOB', 'SINCE', 'ARTS', 'VIP']],
    ['JOB', 'JOB', order],
    ['JOB', 'GONE', order],
  ])('%s goes where %s is', (code, place, expected) => {
    expect(codes(inOrder(fields, moveTo(allFields, order, code, place)))).toEqual(expected);
  });

  it('are each there once, however they are moved, left out and taken back', () => {
    const code = fc.constantFrom(...order);
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code, fc.boolean())), (steps) => {
        const choice = steps.reduce(
          (now, [one, other, isShown]) => show(moveTo(now, codes(inOrder(fields, now)), one, other), [other], isShown),
          allFields,
        );
        expect(codes(inOrder(fields, choice)).toSorted()).toEqual(order.toSorted());
      }),
    );
  });

  it('stay as they were chosen when a field comes or goes', () => {
    const choice = moveTo(show(allFields, ['ARTS'], false), order, 'VIP', 'JOB');
    const now = [{ code: 'NEW', name: '' }, ...fields.filter(({ code }) => code !== 'JOB')];
    expect(codes(shown(now, choice))).toEqual(['VIP', 'SINCE', 'NEW']);
  });

  it('make two columns each, beside the four of the person', () => {
    expect([columnsOf(0), columnsOf(12)]).toEqual([4, 28]);
  });

  it('are found by code and by name, in capitals or not', () => {
    expect(codes(matching(fields, ' vi'))).toEqual(['VIP']);
    expect(codes(matching(fields, 'name of A'))).toEqual(['ARTS']);
    expect(matching(fields, '')).toEqual(fields);
  });
});

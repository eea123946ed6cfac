import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Import, Template } from '@roundtrip/gateway/api';
import { withJob } from '../live/job-cache.js';
import { mergeJobs } from './merge-jobs.js';

const at = (n: number): string => new Date(n * 1000).toISOString();
const template = (n: number) =>
  ({ type: 'template', templateId: `tpl_${n}`, requestedAt: at(n), version: 1 }) as Template;
const imported = (n: number, version = 1) =>
  ({ type: 'import', importId: `imp_${n}`, requestedAt: at(n), version }) as Import;
const newestFirst = (times: number[]): number[] => [...new Set(times)].toSorted((one, other) => other - one);

describe('templates and imports in one list', () => {
  it('stand in order, and none is shown above one that is not loaded yet', () => {
    const times = fc.array(fc.nat(1000), { maxLength: 30 }).map(newestFirst);
    fc.assert(
      fc.property(times, times, fc.nat(30), fc.nat(30), (ofTemplates, ofImports, some, others) => {
        const templates = { items: ofTemplates.slice(0, some).map(template), more: some < ofTemplates.length };
        const imports = { items: ofImports.slice(0, others).map((n) => imported(n)), more: others < ofImports.length };
        fc.pre(!(templates.more && some === 0) && !(imports.more && others === 0));
        const shown = mergeJobs(templates, imports).map(({ requestedAt }) => requestedAt);
        const all = [...ofTemplates, ...ofImports].map(at).toSorted().toReversed();
        expect(shown).toEqual(all.slice(0, shown.length));
        if (!templates.more && !imports.more) expect(shown).toHaveLength(all.length);
      }),
    );
  });
});

describe('a list that hears of a job', () => {
  const pages = (...items: Import[][]) => ({
    pages: items.map((page, index) => ({ items: page, nextCursor: index === items.length - 1 ? null : 'more' })),
    pageParams: items.map(() => undefined),
  });
  const ids = (list: { pages: { items: Import[] }[] }) =>
    list.pages.map(({ items }) => items.map(({ importId }) => importId));

  it('puts a new one at the top', () => {
    expect(ids(withJob(pages([imported(2)], [imported(1)]), imported(3)))).toEqual([['imp_3', 'imp_2'], ['imp_1']]);
    expect(ids(withJob(pages([]), imported(3)))).toEqual([['imp_3']]);
  });

  it('changes one that is there in its place, unless it knows more already', () => {
    const list = pages([imported(2, 5)], [imported(1, 5)]);
    expect(withJob(list, imported(1, 6)).pages[1]?.items).toEqual([imported(1, 6)]);
    expect(withJob(list, imported(1, 4))).toBe(list);
  });

  it('leaves out one that stands on a page which is not loaded', () => {
    const list = { pages: [{ items: [imported(9)], nextCursor: 'more' }], pageParams: [undefined] };
    expect(withJob(list, imported(1))).toEqual(list);
  });
});
